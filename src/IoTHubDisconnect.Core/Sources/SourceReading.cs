using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Sources;

/// <summary>Who takes what comes up while a source is read, on any thread.</summary>
/// <param name="Call">Tells when to stop, and takes word of what is asked.</param>
/// <param name="Report">Takes what keeps parts of the rows from being read.</param>
/// <param name="Fail">Takes what keeps one of several places from being read.</param>
/// <param name="Progress">Takes word of how far reading came.</param>
internal sealed record SourceReading(
    AzureCall Call,
    Action<LogProblem> Report,
    Action<AzureException> Fail,
    Action<SourceProgress> Progress
);
