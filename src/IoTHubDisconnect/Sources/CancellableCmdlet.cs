using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>A cmdlet that Ctrl+C, and a pipeline that has seen enough, can stop at any point.</summary>
public abstract class CancellableCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Signalled when the pipeline is stopped.</summary>
    private protected CancellationToken Cancellation => _stopping.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }
}
