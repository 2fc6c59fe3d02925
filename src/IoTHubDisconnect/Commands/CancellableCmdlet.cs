using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// A cmdlet that Ctrl+C, and a pipeline that has seen enough, can stop at any point. Whatever it says is safe to show:
/// logs, file names and services have a part in many a message.
/// </summary>
public abstract class CancellableCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Signalled when the pipeline is stopped.</summary>
    internal CancellationToken Cancellation => _stopping.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    internal new void WriteDebug(string text) => base.WriteDebug(PlainText.Lines(text));

    internal new void WriteVerbose(string text) => base.WriteVerbose(PlainText.Of(text));

    internal new void WriteWarning(string text) => base.WriteWarning(PlainText.Of(text));

    internal new void WriteError(ErrorRecord error) => base.WriteError(Plain(error));

    internal new void ThrowTerminatingError(ErrorRecord error) => base.ThrowTerminatingError(Plain(error));

    internal new bool ShouldProcess(string target, string action) =>
        base.ShouldProcess(PlainText.Of(target), PlainText.Of(action));

    private static ErrorRecord Plain(ErrorRecord error)
    {
        error.ErrorDetails = new ErrorDetails(PlainText.Lines($"{error}"))
        {
            RecommendedAction = error.ErrorDetails?.RecommendedAction,
        };
        error.CategoryInfo.TargetName = PlainText.Of(error.CategoryInfo.TargetName);
        return error;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }
}
