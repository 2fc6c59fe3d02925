using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Sources;

/// <summary>A container that a diagnostic setting files logs in.</summary>
/// <param name="container">The container, or a folder in it.</param>
/// <param name="period">What is to be reported.</param>
internal sealed class ContainerSource(IBlobLogs container, TimePeriod period) : ILogSource
{
    // Blobs come over the network: more of them at once than there are processors keep all busy.
    private const int BlobsAtOnce = 8;

    private int _blobs;

    public TimePeriod? Period => period;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Hubs { get; init; } = [];

    /// <summary>Tells the hubs that are asked for by name; null where none are.</summary>
    public Func<string, bool>? IsHubWanted { get; init; }

    /// <summary>Reads the hours in which the rows of the period arrived.</summary>
    public async Task<ReadRows?> ReadAsync(SourceReading reading)
    {
        var query = BlobLogQuery.ForPeriod(period.Start, period.End) with
        {
            ResourceIds = [.. Hubs],
            IsHubWanted = IsHubWanted,
        };
        var found = await container.FindAsync(query, reading.Call).ConfigureAwait(false);
        _blobs = found.Sources.Count;
        if (_blobs == 0)
        {
            reading.Call.Warning(DescribeNothing(query, found));
            return null;
        }
        return StreamReading.Read(
            found.Sources,
            BlobsAtOnce,
            problem => Tell(problem, reading.Report),
            progress => reading.Progress(SourceProgress.Of(progress)),
            reading.Call.Cancellation
        );
    }

    public Task<string?> WhyNoRowsAsync(AzureCall call) =>
        Task.FromResult<string?>($"{container.Name}: no row in {_blobs} blob(s) tells of a connect or a disconnect.");

    /// <summary>
    /// One blob's trouble leaves the others to be read; a permission that is missing is missing for all.
    /// </summary>
    private static void Tell(LogProblem problem, Action<LogProblem> report)
    {
        if (
            problem.Exception is AzureException
            {
                Kind: not (
                    AzureErrorKind.BlobChanged
                    or AzureErrorKind.Unreachable
                    or AzureErrorKind.ServiceError
                    or AzureErrorKind.Throttled
                )
            } failure
        )
            throw failure;
        report(problem);
    }

    private string DescribeNothing(BlobLogQuery query, FoundBlobs found)
    {
        var asked = string.Create(
            CultureInfo.InvariantCulture,
            $"{container.Name} holds no logs of {query.Start:yyyy-MM-dd HH:mm} to {query.End:yyyy-MM-dd HH:mm} UTC"
        );
        if (found.FirstHour is { } first && found.LastHour is { } last)
            return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{asked}. What is there begins at {first:yyyy-MM-dd HH:mm} and ends at "
                        + $"{last.AddHours(1):yyyy-MM-dd HH:mm} UTC: "
                ) + "give -StartTime and -EndTime, or -Last.";
        var hub = IsHubWanted is null && Hubs.Count == 0 ? "" : " of that hub";
        return $"{asked}, nor of any other hour{hub}. Does the hub's diagnostic setting send Connections there, and is "
            + "this the container insights-logs-connections or a folder in it?";
    }
}
