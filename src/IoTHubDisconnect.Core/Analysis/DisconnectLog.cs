using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Events;
using IoTHubDisconnect.Logs;
using IoTHubDisconnect.Profiles;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Analysis;

/// <summary>The logs of one call, read and ready to be asked for disconnects or for their sums.</summary>
internal sealed class DisconnectLog : IDisposable
{
    private const int MostNames = 1000;

    private readonly FleetAnalysis _fleet;
    private readonly string _source;
    private readonly TimeSpan _took;

    private DisconnectLog(FleetAnalysis fleet, string source, TimeSpan took)
    {
        _fleet = fleet;
        _source = source;
        _took = took;
    }

    /// <summary>Rows that tell of connects and disconnects.</summary>
    public long RowCount => _fleet.RowCount;

    /// <summary>What the log can tell and what not.</summary>
    public DisconnectLogQuality Quality => _fleet.Quality;

    /// <summary>The oldest row, UTC.</summary>
    public DateTimeOffset FirstRow => new(_fleet.First, TimeSpan.Zero);

    /// <summary>The newest row, UTC.</summary>
    public DateTimeOffset LastRow => new(_fleet.Last, TimeSpan.Zero);

    /// <summary>Reads files; problems and progress are told on the calling thread.</summary>
    public static DisconnectLog Read(
        IReadOnlyList<string> files,
        Action<LogProblem> report,
        Action<LogReadProgress>? progress,
        CancellationToken cancellation,
        LogDateOrder? dateOrder = null
    ) =>
        Read(
            [.. files.Select(LogSource.OfFile)],
            Environment.ProcessorCount,
            report,
            progress,
            cancellation,
            dateOrder
        );

    /// <summary>Reads sources of any kind, so many at once.</summary>
    public static DisconnectLog Read(
        IReadOnlyList<LogSource> sources,
        int threads,
        Action<LogProblem> report,
        Action<LogReadProgress>? progress,
        CancellationToken cancellation,
        LogDateOrder? dateOrder = null
    )
    {
        var watch = Stopwatch.StartNew();
        var store = new EventStore();
        try
        {
            var recorders = new List<EventRecorder>();
            var reader = new LogReader(
                new LogReaderOptions
                {
                    SinkFactory = () =>
                    {
                        var recorder = new EventRecorder(store);
                        lock (recorders)
                            recorders.Add(recorder);
                        return recorder;
                    },
                    Report = report,
                    Progress = progress,
                    Threads = threads,
                    DateOrder = dateOrder,
                }
            );
            var read = reader.Read(sources, cancellation);
            foreach (var recorder in recorders)
                recorder.Complete();
            var era = RowDays.EraOf(recorders.Select(r => r.Days));
            if (LogProblemText.OfFarTimes(sources, era) is { } problem)
                report(problem);
            var fleet = new FleetAnalysis(store, era, cancellation);
            fleet.Quality.CutFileCount = read.CutFiles;
            return new DisconnectLog(
                fleet,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Counted.Of(read.Files, "file")} ({read.Bytes / 1e6:N1} MB)"
                ),
                watch.Elapsed
            );
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Takes over rows that were read elsewhere.</summary>
    public static DisconnectLog Of(
        EventStore store,
        RowEra era,
        string source,
        TimeSpan took,
        CancellationToken cancellation
    ) => new(new FleetAnalysis(store, era, cancellation), source, took);

    /// <summary>The ARM resource ids of the hubs that the rows are of.</summary>
    public IEnumerable<string> ResourceIds => _fleet.Hubs.Select(h => h.ResourceId);

    /// <summary>Adds what Azure says of the hubs as evidence.</summary>
    public void Add(IEnumerable<HubCondition> conditions) => _fleet.Add(conditions);

    /// <summary>The disconnects that the filter takes, device by device, each device's in order of time.</summary>
    public IEnumerable<DeviceDisconnect> Find(DisconnectFilter filter, CancellationToken cancellation = default)
    {
        var period = filter.PeriodUntil(_fleet.Last);
        foreach (var (profile, hub) in _fleet.Devices(filter.IsWanted, cancellation))
        {
            for (var i = 0; i < profile.Records.Length; i++)
            {
                if (filter.Takes(profile.Records[i], period))
                    yield return new DeviceDisconnect(profile, i, hub);
            }
        }
    }

    /// <summary>Resolves and sums up on all cores, keeping no disconnect and no cause.</summary>
    public SummaryBuilder Measure(
        DisconnectGrouping by,
        DisconnectFilter filter,
        ResolveOptions options,
        CancellationToken cancellation
    )
    {
        var all = new SummaryBuilder(by, devicesReturn: false);
        _fleet.ForEach(
            filter.IsWanted,
            cancellation,
            () => new SummaryBuilder(by, devicesReturn: false),
            (profile, hub, own) => Measure(profile, hub, filter, options, own),
            all.Add
        );
        return all;
    }

    /// <summary>Gathers the figures of a report on all cores, keeping no disconnect and no cause.</summary>
    public (ReportBuilder Figures, ReportSource Source) Report(
        int top,
        DisconnectFilter filter,
        ResolveOptions options,
        CancellationToken cancellation
    )
    {
        ReportBuilder Create() => new(top, devicesReturn: false);
        var all = Create();
        if (IsOutside(filter))
            return (all, new ReportSource { RowCount = RowCount, DeviceCount = 0 });
        _fleet.ForEach(
            filter.IsWanted,
            cancellation,
            Create,
            (profile, hub, own) => Report(profile, hub, filter, options, own),
            all.Add
        );
        var (start, end) = filter.PeriodUntil(_fleet.Last);
        var source = new ReportSource
        {
            RowCount = RowCount,
            DeviceCount = _fleet.CountDevices(filter.IsWanted),
            Start = new DateTimeOffset(Math.Max(start, _fleet.First), TimeSpan.Zero),
            End = new DateTimeOffset(Math.Min(end, _fleet.Last), TimeSpan.Zero),
        };
        return (all, source);
    }

    private void Report(
        DeviceProfile device,
        HubActivity hub,
        DisconnectFilter filter,
        ResolveOptions options,
        ReportBuilder figures
    )
    {
        figures.Meet(device, hub);
        var period = filter.PeriodUntil(_fleet.Last);
        for (var i = 0; i < device.Records.Length; i++)
        {
            if (!filter.Takes(device.Records[i], period))
                continue;
            var cause = CauseResolver.MostLikely(new DisconnectFacts(device, i, hub, options));
            figures.Add(device, i, hub, options, cause, NormalOperation.Includes(cause, device, i, hub));
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private void Measure(
        DeviceProfile device,
        HubActivity hub,
        DisconnectFilter filter,
        ResolveOptions options,
        SummaryBuilder sums
    )
    {
        var period = filter.PeriodUntil(_fleet.Last);
        for (var i = 0; i < device.Records.Length; i++)
        {
            if (!filter.Takes(device.Records[i], period))
                continue;
            var cause = CauseResolver.MostLikely(new DisconnectFacts(device, i, hub, options));
            sums.Add(device, i, hub, cause, NormalOperation.Includes(cause, device, i, hub), options.TokenLifetime);
        }
    }

    /// <summary>What was read, for people who want to know.</summary>
    public string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Read {Counted.Of(RowCount, "row")} of {Counted.Of(_fleet.DeviceCount, "device")} at {Counted.Of(_fleet.Hubs.Count, "hub")} from {_source} in {_took.TotalSeconds:N2} s."
        );

    /// <summary>Whether no row is of the period to report.</summary>
    public bool IsOutside(DisconnectFilter filter) => filter.IsOutside(_fleet.First, _fleet.Last);

    /// <summary>Why there may be nothing to report although rows were read.</summary>
    public string DescribeNothing(DisconnectFilter filter)
    {
        var rows = $"The log has {Counted.Of(RowCount, "row")} from {FirstRow:u} to {LastRow:u}";
        if (IsOutside(filter))
            return $"{rows}: it covers nothing of the period asked for.";
        if (filter == new DisconnectFilter())
            return $"{rows} and no disconnect among them.";
        var hubs = string.Join(", ", HubNames.Take(5)) + (HubNames.Skip(5).Any() ? ", …" : "");
        return $"{rows}; no disconnect among them is of the hubs, devices, codes and period asked for. Its hubs: {hubs}. "
            + "Case matters in device ids, and wildcards may stand in them, as in '*press*'.";
    }

    /// <summary>The hubs that the log has rows of, by name, as many as fit into a menu.</summary>
    public IEnumerable<string> HubNames =>
        _fleet.Hubs.Select(h => h.HubName).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames);

    /// <summary>Devices that the log has rows of, as many as fit into a menu.</summary>
    public IEnumerable<string> DeviceIds => _fleet.DeviceIds.Distinct(StringComparer.Ordinal).Take(MostNames);

    public void Dispose() => _fleet.Dispose();
}
