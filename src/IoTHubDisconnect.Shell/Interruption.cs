using System.Management.Automation;

namespace IoTHubDisconnect.Shell;

/// <summary>Ctrl+C stops what runs. Pressed once more while that does not stop, it ends the program, unless a person sits at a prompt.</summary>
internal sealed class Interruption
{
    private readonly bool keepsProgram;
    private readonly Lock gate = new();
    private PowerShell? running;
    private bool stopping;

    public Interruption(bool keepsProgram)
    {
        this.keepsProgram = keepsProgram;
        Console.CancelKeyPress += OnCancelKeyPress;
    }

    /// <exception cref="PipelineStoppedException">Ctrl+C was pressed.</exception>
    public void Invoke(PowerShell shell, PSInvocationSettings settings)
    {
        Watch(shell);
        bool wasStopped;
        try
        {
            shell.Invoke(null, settings);
        }
        finally
        {
            wasStopped = Watch(null);
        }

        // The engine ends some stopped pipelines as if they had come to their end.
        if (wasStopped)
            throw new PipelineStoppedException();
    }

    private bool Watch(PowerShell? shell)
    {
        lock (gate)
        {
            bool wasStopped = stopping;
            running = shell;
            stopping = false;
            return wasStopped;
        }
    }

    private void OnCancelKeyPress(object? sender, ConsoleCancelEventArgs e)
    {
        lock (gate)
        {
            bool canStop = running is not null && !stopping;
            if (canStop)
            {
                stopping = true;
                running!.BeginStop(null, null);
            }

            e.Cancel = canStop || keepsProgram;
        }
    }
}
