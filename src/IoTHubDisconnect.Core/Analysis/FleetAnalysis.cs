using IoTHubDisconnect.Events;
using IoTHubDisconnect.Profiles;
using IoTHubDisconnect.Sessions;

namespace IoTHubDisconnect.Analysis;

/// <summary>
/// Takes the rows of a call through sessions to device profiles and hub activity. The hubs' activity needs all devices first,
/// so devices are gone through twice; only one part of them is in memory at a time when the log is large.
/// </summary>
internal sealed class FleetAnalysis : IDisposable
{
    private readonly EventStore _store;
    private readonly DeviceRows?[] _kept;
    private readonly HubActivity[] _hubs;

    public FleetAnalysis(EventStore store, long firstTicks, long lastTicks, CancellationToken cancellation)
    {
        _store = store;
        _kept = new DeviceRows?[store.Partitions];
        First = firstTicks;
        Last = lastTicks;
        var builders = Enumerable.Range(0, store.Hubs.Count).Select(_ => new HubActivityBuilder()).ToArray();
        ForEachPartition(null, cancellation, () => builders.Select(_ => new HubActivityBuilder()).ToArray(),
            (profile, hub, own) => own[hub].Add(profile),
            own =>
            {
                for (var hub = 0; hub < builders.Length; hub++) builders[hub].Add(own[hub]);
            });
        _hubs = [.. builders.Select((b, hub) => new HubActivity(store.Hubs.NameOf(hub), store.Hubs.ResourceIdOf(hub), b, firstTicks, lastTicks))];
    }

    /// <summary>The oldest row, UTC ticks.</summary>
    public long First { get; }

    /// <summary>The newest row, UTC ticks.</summary>
    public long Last { get; }

    public IReadOnlyList<HubActivity> Hubs => _hubs;

    /// <summary>Devices and modules that the log has rows of.</summary>
    public int DeviceCount => _store.Devices.Count;

    /// <summary>The devices one by one: in order of hub and name, in groups where the log did not fit into memory.</summary>
    public IEnumerable<(DeviceProfile Profile, HubActivity Hub)> Devices(Func<string, bool>? isWanted)
    {
        var sessions = new SessionBuilder();
        foreach (var group in Groups())
        {
            var devices = group.SelectMany(rows => rows.Devices.Select(device => (Rows: rows, Device: device))).ToList();
            devices.Sort((a, b) => CompareNames(a.Device.Device, b.Device.Device));
            foreach (var (rows, device) in devices)
            {
                if (Profile(rows, device, sessions, isWanted) is { } profile) yield return (profile, _hubs[_store.Devices.HubOf(device.Device)]);
            }
        }
    }

    /// <summary>Goes through all devices on all cores; each thread fills a state of its own, and the states are merged one by one.</summary>
    public void ForEach<TState>(Func<string, bool>? isWanted, CancellationToken cancellation, Func<TState> create, Action<DeviceProfile, HubActivity, TState> visit, Action<TState> merge) =>
        ForEachPartition(isWanted, cancellation, create, (profile, hub, state) => visit(profile, _hubs[hub], state), merge);

    public void Dispose() => _store.Dispose();

    private void ForEachPartition<TState>(Func<string, bool>? isWanted, CancellationToken cancellation, Func<TState> create, Action<DeviceProfile, int, TState> visit, Action<TState> merge)
    {
        var gate = new object();
        Parallel.For(0, _store.Partitions, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => (State: create(), Sessions: new SessionBuilder()),
            (partition, _, local) =>
            {
                var rows = Rows(partition);
                foreach (var device in rows.Devices)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (Profile(rows, device, local.Sessions, isWanted) is { } profile) visit(profile, _store.Devices.HubOf(device.Device), local.State);
                }
                return local;
            },
            local =>
            {
                lock (gate) merge(local.State);
            });
    }

    private DeviceRows Rows(int partition)
    {
        if (_kept[partition] is { } kept) return kept;
        var rows = new DeviceRows(_store.Take(partition), _store.Partitions);
        if (!_store.IsSpilled) _kept[partition] = rows;
        return rows;
    }

    private IEnumerable<DeviceRows[]> Groups()
    {
        if (!_store.IsSpilled)
        {
            yield return [.. Enumerable.Range(0, _store.Partitions).Select(Rows)];
            yield break;
        }
        for (var partition = 0; partition < _store.Partitions; partition++) yield return [Rows(partition)];
    }

    private DeviceProfile? Profile(DeviceRows rows, (int Device, int Start, int Count) device, SessionBuilder sessions, Func<string, bool>? isWanted)
    {
        var (id, module) = _store.Devices.Split(device.Device);
        if (isWanted?.Invoke(id) == false) return null;
        sessions.Build(rows[device]);
        if (sessions.Records.Count == 0) return null;
        return new DeviceProfile(id, module, [.. sessions.Records], _store.Contexts);
    }

    private int CompareNames(int a, int b)
    {
        var hubs = _store.Devices.HubOf(a) == _store.Devices.HubOf(b) ? 0
            : string.Compare(_hubs[_store.Devices.HubOf(a)].HubName, _hubs[_store.Devices.HubOf(b)].HubName, StringComparison.OrdinalIgnoreCase);
        return hubs != 0 ? hubs : _store.Devices.NameOf(a).SequenceCompareTo(_store.Devices.NameOf(b));
    }
}
