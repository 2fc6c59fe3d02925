using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Reading.Events;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect;

/// <summary>The logs of one call, read and ready to be asked for disconnects or for their sums.</summary>
internal sealed class FleetLog : IDisposable
{
    private const int MostNames = 1000;

    private readonly FleetAnalysis _fleet;
    private readonly string _origin;
    private TimeSpan _took;

    private FleetLog(FleetAnalysis fleet, string origin)
    {
        _fleet = fleet;
        _origin = origin;
    }

    /// <summary>Rows that tell of connects and disconnects.</summary>
    public long RowCount => _fleet.RowCount;

    /// <summary>What the log can tell and what not.</summary>
    public DisconnectLogQuality Quality => _fleet.Quality;

    /// <summary>The oldest row, UTC.</summary>
    public DateTimeOffset FirstRow => new(_fleet.First, TimeSpan.Zero);

    /// <summary>The newest row, UTC.</summary>
    public DateTimeOffset LastRow => new(_fleet.Last, TimeSpan.Zero);

    /// <summary>Reads a source, and what Azure says of its hubs.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="evidence">Tells of the hubs; null for rows alone.</param>
    /// <param name="reading">Takes what comes up.</param>
    /// <returns>Null where there was nothing to read.</returns>
    public static async Task<FleetLog?> OpenAsync(ILogSource source, HubEvidence? evidence, SourceReading reading)
    {
        var watch = Stopwatch.StartNew();
        var named = evidence?.OfNamedAsync(source, reading.Call);
        if (await source.ReadAsync(reading).ConfigureAwait(false) is not { } rows)
            return null;
        var log = Of(rows, reading.Call.Cancellation);
        try
        {
            if (evidence is not null)
            {
                var ofNamed = await named!.ConfigureAwait(false);
                var time = new TimePeriod(log.FirstRow, log.LastRow);
                var ofOthers = await evidence
                    .OfOthersAsync(source, log.ResourceIds, time, reading.Call)
                    .ConfigureAwait(false);
                log.Add([.. ofNamed.All, .. ofOthers.All]);
                // Of hubs that nobody named, nobody misses anything.
                if (ofNamed.Lack is { } lack)
                    reading.Call.Warning(lack);
            }
            log._took = watch.Elapsed;
            return log;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Takes rows over.</summary>
    public static FleetLog Of(ReadRows rows, CancellationToken cancellation)
    {
        try
        {
            var fleet = new FleetAnalysis(rows.Store, rows.Era, cancellation);
            fleet.Quality.CutFileCount = rows.CutFiles;
            fleet.Quality.CoarseFileCount = rows.CoarseFiles;
            return new FleetLog(fleet, rows.Origin);
        }
        catch
        {
            rows.Store.Dispose();
            throw;
        }
    }

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

    /// <summary>Has what the filter takes visited on all cores, keeping no disconnect and no cause.</summary>
    /// <returns>The visitor.</returns>
    public T Visit<T>(T visitor, DisconnectFilter filter, ResolveOptions options, CancellationToken cancellation)
        where T : class, IVerdictVisitor<T>
    {
        if (IsOutside(filter))
            return visitor;
        var period = filter.PeriodUntil(_fleet.Last);
        _fleet.ForEach(
            filter.IsWanted,
            cancellation,
            visitor.Split,
            (device, hub, own) => Visit(device, hub, filter, period, options, own),
            visitor.Merge
        );
        return visitor;
    }

    [MethodImpl(HotPath.Sums)]
    private static void Visit<T>(
        DeviceProfile device,
        HubActivity hub,
        DisconnectFilter filter,
        ReportedTime period,
        ResolveOptions options,
        T visitor
    )
        where T : class, IVerdictVisitor<T>
    {
        visitor.Meet(device, hub);
        if (Absences.RecordAt(period.Start, device, hub) is { } away && filter.TakesCodesOf(device.Records[away]))
            visitor.MeetAway(new Verdict(device, away, hub, options));
        for (var i = 0; i < device.Records.Length; i++)
        {
            if (filter.Takes(device.Records[i], period))
                visitor.Visit(new Verdict(device, i, hub, options));
        }
    }

    /// <summary>Devices and modules that the log has rows of and that the filter takes.</summary>
    public int CountDevices(DisconnectFilter filter) => _fleet.CountDevices(filter.IsWanted);

    /// <summary>The time that the filter takes.</summary>
    public ReportedTime ReportedBy(DisconnectFilter filter) => filter.PeriodUntil(_fleet.Last);

    /// <summary>The time that the filter takes, as far as the log goes.</summary>
    public TimePeriod PeriodOf(DisconnectFilter filter)
    {
        var (start, end) = filter.PeriodUntil(_fleet.Last);
        return new(
            new DateTimeOffset(Math.Max(start, _fleet.First), TimeSpan.Zero),
            new DateTimeOffset(Math.Min(end, _fleet.Last), TimeSpan.Zero)
        );
    }

    /// <summary>What was read, for people who want to know.</summary>
    public string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Read {Counted.Of(RowCount, "row")} of {Counted.Of(_fleet.DeviceCount, "device")} at "
                + $"{Counted.Of(_fleet.Hubs.Count, "hub")} from {_origin} in {_took.TotalSeconds:N2} s."
        );

    /// <summary>Whether no row is of the period to report.</summary>
    public bool IsOutside(DisconnectFilter filter) => filter.IsOutside(_fleet.First, _fleet.Last);

    /// <summary>Why there may be nothing to report although rows were read.</summary>
    public string DescribeNothing(DisconnectFilter filter, CancellationToken cancellation)
    {
        var rows = $"The log has {Counted.Of(RowCount, "row")} from {FirstRow:u} to {LastRow:u}";
        if (IsOutside(filter))
            return $"{rows}: it covers nothing of the period asked for{ReportedBy(filter)}.";
        if (filter == new DisconnectFilter())
            return $"{rows} and no disconnect among them.";
        if (CountDevices(filter) is > 0 and var devices)
            return filter.ErrorCodes is null
                ? $"{rows}, and no disconnect of the devices and the time asked for. "
                    + Where(devices, filter, cancellation)
                : $"{rows}, and no disconnect of the devices, codes and time asked for.";
        var named = HubNames.Where(name => name.Length > 0).ToArray();
        var hubs =
            named.Length == 0
                ? "It names no hub"
                : "Its hubs: " + string.Join(", ", named.Take(5)) + (named.Length > 5 ? ", …" : "");
        return $"{rows}; no disconnect among them is of the hubs, devices, codes and period asked for. "
            + $"{hubs}. Case matters in device ids, and wildcards may stand in them, as in '*press*'. Who went before "
            + $"{FirstRow:u}, and did not try again, has no row.";
    }

    private Whereabouts Where(int devices, DisconnectFilter filter, CancellationToken cancellation)
    {
        var found = new Whereabouts(ReportedBy(filter), devices);
        foreach (var (device, hub) in _fleet.Devices(filter.IsWanted, cancellation))
            found.Add(device, hub);
        return found;
    }

    /// <summary>The hubs that the log has rows of, by name, as many as fit into a menu.</summary>
    public IEnumerable<string> HubNames =>
        _fleet.Hubs.Select(h => h.HubName).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames);

    /// <summary>Devices that the log has rows of, as many as fit into a menu.</summary>
    public IEnumerable<string> DeviceIds => _fleet.DeviceIds.Distinct(StringComparer.Ordinal).Take(MostNames);

    public void Dispose() => _fleet.Dispose();
}
