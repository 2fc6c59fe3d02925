using System.Runtime.ExceptionServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets;

/// <summary>
/// Takes the rows of a call through sessions to device profiles and hub activity. The hubs' activity needs all devices
/// first, so devices are gone through twice; only one part of them is in memory at a time when the log is large.
/// </summary>
internal sealed class FleetAnalysis : IDisposable
{
    private readonly EventStore _store;
    private readonly List<DeviceEntry>?[] _kept;
    private readonly HubActivity[] _hubs;
    private readonly bool[] _hasRows;
    private readonly HubTimes _times;

    public FleetAnalysis(EventStore store, RowEra era, CancellationToken cancellation)
    {
        _store = store;
        _store.Era = era;
        _hasRows = new bool[store.Devices.Count];
        _times = new HubTimes(store.Hubs.Count);
        _kept = new List<DeviceEntry>?[EventStore.Partitions];
        var builders = Enumerable.Range(0, store.Hubs.Count).Select(_ => new HubActivityBuilder()).ToArray();
        ForEachDevice(
            cancellation,
            () => builders.Select(_ => new HubActivityBuilder()).ToArray(),
            (device, profile, own) => own[store.Devices.HubOf(device)].Add(profile),
            own =>
            {
                for (var hub = 0; hub < builders.Length; hub++)
                    builders[hub].Add(own[hub]);
            }
        );
        Quality = new DisconnectLogQuality
        {
            DeviceCount = DeviceCount,
            Duration = RowCount == 0 ? TimeSpan.Zero : new TimeSpan(Last - First),
            ConnectCount = store.Tally[EventKind.Connected],
            ClosingCount = store.Tally[EventKind.Disconnected],
            RefusalCount = store.Tally[EventKind.ConnectFailed],
            UntoldCount = store.Untold,
            UncodedCount = store.Tally.Uncoded,
            OtherOperationCount = store.Tally.Others.Count,
            OtherOperations = store.Tally.Others.Names,
            SessionCount = builders.Sum(b => b.LaterSessions),
            PairedCount = builders.Sum(b => b.PairedSessions),
        };
        _hubs =
        [
            .. builders.Select(
                (b, hub) =>
                    new HubActivity(
                        store.Hubs.NameOf(hub),
                        store.Hubs.ResourceIdOf(hub),
                        b,
                        _times.Within(First, Last, hub)
                    )
                    {
                        LogQuality = Quality,
                        LacksConnects = Quality.LacksConnects,
                    }
            ),
        ];
    }

    /// <summary>What the log can tell and what not.</summary>
    public DisconnectLogQuality Quality { get; }

    /// <summary>The oldest row, UTC ticks.</summary>
    public long First => _store.Era.First;

    /// <summary>The newest row, UTC ticks.</summary>
    public long Last => _store.Era.Last;

    public IReadOnlyList<HubActivity> Hubs => _hubs;

    /// <summary>Rows that tell of connects and disconnects.</summary>
    public long RowCount => _store.Rows - _store.Era.Left;

    /// <summary>Their devices, once for each of its modules.</summary>
    public IEnumerable<string> DeviceIds =>
        Enumerable
            .Range(0, _hasRows.Length)
            .Where(device => _hasRows[device])
            .Select(device => _store.Devices.Split(device).DeviceId);

    /// <summary>Devices and modules that the log has rows of.</summary>
    public int DeviceCount => CountDevices(null);

    /// <summary>Devices and modules that the log has rows of and that are wanted.</summary>
    public int CountDevices(Func<string, string, bool>? isWanted) =>
        Enumerable
            .Range(0, _hasRows.Length)
            .Count(device =>
                _hasRows[device]
                && isWanted?.Invoke(HubOf(device).HubName, _store.Devices.Split(device).DeviceId) != false
            );

    /// <summary>Adds what Azure says of the hubs; those that the log has no rows of are left out.</summary>
    public void Add(IEnumerable<HubCondition> conditions)
    {
        foreach (var condition in conditions)
        {
            if (
                Array.Find(_hubs, h => h.ResourceId.Equals(condition.ResourceId, StringComparison.OrdinalIgnoreCase)) is
                { } hub
            )
                hub.Condition = condition;
        }
    }

    /// <summary>
    /// The devices one by one: in order of hub and name, in groups where the log did not fit into memory.
    /// </summary>
    public IEnumerable<(DeviceProfile Profile, HubActivity Hub)> Devices(
        Func<string, string, bool>? isWanted,
        CancellationToken cancellation
    )
    {
        foreach (var group in Groups(cancellation))
        {
            group.SortUntilCancelled((a, b) => CompareNames(a.Device, b.Device), cancellation);
            foreach (var (device, profile) in group)
            {
                if (isWanted?.Invoke(HubOf(device).HubName, profile.DeviceId) != false)
                    yield return (profile, HubOf(device));
            }
        }
    }

    /// <summary>
    /// Goes through all devices on all cores; each thread fills a state of its own,
    /// and the states are merged one by one.
    /// </summary>
    public void ForEach<TState>(
        Func<string, string, bool>? isWanted,
        CancellationToken cancellation,
        Func<TState> create,
        Action<DeviceProfile, HubActivity, TState> visit,
        Action<TState> merge
    ) =>
        ForEachDevice(
            cancellation,
            create,
            (device, profile, state) =>
            {
                if (isWanted?.Invoke(HubOf(device).HubName, profile.DeviceId) != false)
                    visit(profile, HubOf(device), state);
            },
            merge
        );

    public void Dispose() => _store.Dispose();

    private HubActivity HubOf(int device) => _hubs[_store.Devices.HubOf(device)];

    private void ForEachDevice<TState>(
        CancellationToken cancellation,
        Func<TState> create,
        Action<int, DeviceProfile, TState> visit,
        Action<TState> merge
    )
    {
        var gate = new object();
        try
        {
            Parallel.For(
                0,
                EventStore.Partitions,
                new ParallelOptions
                {
                    CancellationToken = cancellation,
                    MaxDegreeOfParallelism = Environment.ProcessorCount,
                },
                () => new Worker<TState>(create(), new ProfileReader(_store, _hasRows)),
                (partition, _, worker) =>
                {
                    foreach (var (device, profile) in Profiles(partition, worker.Reader, cancellation))
                        visit(device, profile, worker.State);
                    return worker;
                },
                worker =>
                {
                    lock (gate)
                    {
                        _times.Add(worker.Reader.Times);
                        merge(worker.State);
                    }
                }
            );
        }
        catch (AggregateException exception) when (exception.InnerExceptions[0] is TemporaryFileException cause)
        {
            ExceptionDispatchInfo.Throw(cause);
        }
    }

    /// <summary>
    /// The profiles of a partition's devices; they take the place of its rows where all is in memory.
    /// </summary>
    private List<DeviceEntry> Profiles(int partition, ProfileReader reader, CancellationToken cancellation)
    {
        if (_kept[partition] is { } kept)
            return kept;
        var profiles = reader.Read(partition, cancellation);
        if (!_store.IsSpilled)
            _kept[partition] = profiles;
        return profiles;
    }

    private IEnumerable<List<DeviceEntry>> Groups(CancellationToken cancellation)
    {
        var reader = new ProfileReader(_store, _hasRows);
        var partitions = Enumerable.Range(0, EventStore.Partitions).Select(p => Profiles(p, reader, cancellation));
        return _store.IsSpilled
            ? partitions
            :
            [
                [.. partitions.SelectMany(p => p)],
            ];
    }

    private int CompareNames(int a, int b)
    {
        var hubs = string.Compare(HubOf(a).HubName, HubOf(b).HubName, StringComparison.OrdinalIgnoreCase);
        return hubs != 0 ? hubs : _store.Devices.NameOf(a).SequenceCompareTo(_store.Devices.NameOf(b));
    }

    private sealed record Worker<TState>(TState State, ProfileReader Reader);
}
