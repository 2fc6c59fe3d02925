using System.Collections.Concurrent;
using System.Management.Automation;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// A cmdlet's work in the background: what it says is written by the pipeline's own thread, and
/// Azure is asked by whoever is signed in.
/// </summary>
/// <param name="cmdlet">Who has it done.</param>
/// <param name="wantedCloud">The cloud that the call names for itself; null for the one that the sign-in is to.</param>
internal sealed class AzureWork(CancellableCmdlet cmdlet, Func<AzureEnvironment?>? wantedCloud = null)
{
    // A sign-in outlives the cmdlet that made it; it asks whichever is at work.
    private static readonly AsyncLocal<AzureWork?> AtWork = new();

    private BlockingCollection<Action>? _said;

    /// <summary>The runspace's sign-in, or the first one that this machine offers.</summary>
    /// <exception cref="AzureException">There was one that has ended.</exception>
    public IAzureConnection Connection => Identities.Find().Connection;

    /// <summary>Whose sign-in serves.</summary>
    public SessionIdentity Identities =>
        new(cmdlet.InvokeCommand, AzSignIn, wantedCloud?.Invoke(), cmdlet.WriteVerbose);

    /// <summary>The sign-in of the Az modules.</summary>
    private static SignIn AzSignIn { get; } =
        new ExternalSignIn(static (audience, cancellation) => AtWork.Value!.GetAzToken(audience, cancellation));

    /// <summary>Runs work in the background and waits for it. Meanwhile everything it says is written.</summary>
    public T Wait<T>(Func<AzureCall, Task<T>> work)
    {
        using var said = _said = [];
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cmdlet.Cancellation);
        try
        {
            AtWork.Value = this;
            var task = Task.Run(() => work(new AzureCall(stopping.Token, Say)), CancellationToken.None);
            _ = task.ContinueWith(_ => said.CompleteAdding(), TaskScheduler.Default);
            foreach (var write in said.GetConsumingEnumerable(cmdlet.Cancellation))
                write();
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            stopping.Cancel();
            AtWork.Value = null;
            _said = null;
        }
    }

    /// <summary>
    /// Has something done by the pipeline's own thread while <see cref="Wait"/> waits; what comes too late is left out.
    /// </summary>
    public void OnPipeline(Action write)
    {
        try
        {
            _said?.Add(write);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException) { }
    }

    /// <summary>Gets a token from the Az module, which must be asked on the pipeline's thread.</summary>
    private Task<ExternalToken> GetAzToken(string audience, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<ExternalToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        OnPipeline(() =>
        {
            try
            {
                answer.SetResult(AzContext.GetToken(cmdlet.InvokeCommand, audience));
            }
            catch (Exception exception) when (exception is RuntimeException or AzureException)
            {
                answer.SetException(
                    exception as AzureException
                        ?? new AzureException(
                            AzureErrorKind.NotSignedIn,
                            $"Get-AzAccessToken failed: {exception.Message}",
                            exception
                        )
                );
            }
        });
        return answer.Task.WaitAsync(cancellation);
    }

    private void Say(TraceLevel level, string line) =>
        OnPipeline(() =>
        {
            if (level == TraceLevel.Debug)
                cmdlet.WriteDebug(line);
            else if (level == TraceLevel.Verbose)
                cmdlet.WriteVerbose(line);
            else
                cmdlet.WriteWarning(line);
        });
}
