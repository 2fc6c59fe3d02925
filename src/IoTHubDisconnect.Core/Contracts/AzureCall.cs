namespace IoTHubDisconnect.Contracts;

/// <summary>
/// What a call to Azure needs of its caller: to be told when to stop, and somewhere to say what goes on.
/// </summary>
/// <param name="Cancellation">Signalled when the pipeline stops.</param>
/// <param name="Trace">Takes a line for the verbose or the debug stream, from any thread; never a secret.</param>
internal sealed record AzureCall(CancellationToken Cancellation, Action<TraceLevel, string> Trace)
{
    public static AzureCall Silent { get; } = new(CancellationToken.None, static (_, _) => { });

    /// <summary>What is asked, where, for which time, how many rows came and how long it took.</summary>
    public void Verbose(string line) => Trace(TraceLevel.Verbose, line);

    /// <summary>Query texts and request ids.</summary>
    public void Debug(string line) => Trace(TraceLevel.Debug, line);

    /// <summary>What makes the answer other than people expect.</summary>
    public void Warning(string line) => Trace(TraceLevel.Warning, line);
}

/// <summary>A stream of PowerShell's for what goes on.</summary>
internal enum TraceLevel
{
    Verbose,
    Debug,
    Warning,
}
