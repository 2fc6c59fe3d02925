using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>The engine with the module imported by its manifest, as a person's session has it.</summary>
internal sealed class Session : IDisposable
{
    public Session(PSHost? host = null, InitialSessionState? state = null)
    {
        Runspace = RunspaceFactory.CreateRunspace(
            host ?? new HeadlessHost(),
            state ?? InitialSessionState.CreateDefault2()
        );
        Runspace.Open();
        Run($"Import-Module '{Repository.PathOf("IoTHubDisconnect.psd1")}' -ErrorAction Stop").Clean();
    }

    public Runspace Runspace { get; }

    /// <summary>Runs a script with variables.</summary>
    public Outcome Run(string script, params (string Name, object? Value)[] variables)
    {
        foreach (var (name, value) in variables)
            Runspace.SessionStateProxy.SetVariable(name, value);
        using var shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        try
        {
            return new Outcome(shell.Invoke(), shell.Streams, null);
        }
        catch (RuntimeException exception)
        {
            return new Outcome([], shell.Streams, exception);
        }
    }

    public void Dispose() => Runspace.Dispose();
}
