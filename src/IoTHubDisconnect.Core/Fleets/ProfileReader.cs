using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets;

/// <summary>Makes device profiles from the rows of a partition, on one thread.</summary>
/// <param name="store">The rows.</param>
/// <param name="hasRows">Takes, by the number of the device, whether it has any.</param>
internal sealed class ProfileReader(EventStore store, bool[] hasRows)
{
    /// <summary>The times that the rows read here tell of.</summary>
    public HubTimes Times { get; } = new(store.Hubs.Count);

    // The records of a log that does not fit into memory are needed for a moment only: they are
    // better small objects, which go at once.
    private const int KeptRecords = 16 * 1024,
        PassingRecords = 512;

    private readonly DeviceRows _rows = new(store);
    private readonly SessionBuilder _sessions = new(
        new Slab<DisconnectRecord>(store.IsSpilled ? PassingRecords : KeptRecords)
    );

    /// <summary>The devices of a partition that have disconnects.</summary>
    public List<DeviceEntry> Read(int partition, CancellationToken cancellation)
    {
        _rows.Take(partition);
        var profiles = new List<DeviceEntry>(_rows.Count);
        for (var place = 0; place < _rows.Count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = CoarseCopies.LeaveOut(_rows[place]);
            if (rows.IsEmpty)
                continue;
            var device = rows[0].Device;
            hasRows[device] = true;
            Times.Add(store.Devices.HubOf(device), rows);
            var records = _sessions.Build(rows);
            if (records.Length == 0)
                continue;
            var (id, module) = store.Devices.Split(device);
            profiles.Add(new DeviceEntry(device, new DeviceProfile(id, module, records, store.Contexts)));
        }
        return profiles;
    }
}
