using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>One prerequisite, checked against Azure. What Azure refuses is a finding, not an error.</summary>
internal abstract class LoggingCheck
{
    /// <summary>What a person sees as the check's name.</summary>
    public abstract string Name { get; }

    public abstract IAsyncEnumerable<DisconnectLoggingCheck> RunAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        AzureCall call
    );

    /// <summary>Asks Azure; gives the answer, or what kept it from coming.</summary>
    public static async Task<(T? Answer, AzureException? Refusal)> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return (await ask().ConfigureAwait(false), null);
        }
        catch (AzureException exception)
        {
            return (default, exception);
        }
    }
}
