using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Recall;

/// <summary>
/// Puts disconnects together again that came back one by one: each with its device's others, and each device with its
/// hub's. What did not come back, such as devices without a disconnect, stays unknown.
/// </summary>
internal static class RecalledFleet
{
    /// <summary>The disconnects in the order in which they were given.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for them any more.</exception>
    public static DeviceDisconnect[] Unite(IReadOnlyList<DeviceDisconnect> alone, CancellationToken cancellation)
    {
        var united = new DeviceDisconnect[alone.Count];
        foreach (var hub in Enumerable.Range(0, alone.Count).GroupBy(i => alone[i].HubName))
        {
            var devices = hub.GroupBy(i => (alone[i].DeviceId, alone[i].ModuleId))
                .Select(device => device.OrderBy(i => alone[i].Time).ToArray())
                .ToArray();
            var profiles = Array.ConvertAll(
                devices,
                device => ProfileOf(Array.ConvertAll(device, i => alone[i]), cancellation)
            );
            var activity = ActivityOf(profiles, hub.Select(i => alone[i].Hub).ToArray(), cancellation);
            for (var device = 0; device < devices.Length; device++)
            {
                for (var record = 0; record < devices[device].Length; record++)
                    united[devices[device][record]] = new DeviceDisconnect(profiles[device], record, activity);
            }
        }
        return united;
    }

    private static DeviceProfile ProfileOf(DeviceDisconnect[] disconnects, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var first = disconnects[0];
        var records = Array.ConvertAll(disconnects, d => d.Record);
        Relate(records);
        return new DeviceProfile(
            first.Profile.Recalled! with
            {
                Records = new DisconnectRecords(records),
                Causes = Array.ConvertAll(disconnects, d => d.Recalled),
                TokenLifetime = disconnects
                    .Select(d => d.Profile.Recalled!.TokenLifetime)
                    .FirstOrDefault(lifetime => lifetime is not null),
                IsAlone = false,
            }
        );
    }

    private static HubActivity ActivityOf(DeviceProfile[] profiles, HubActivity[] seen, CancellationToken cancellation)
    {
        var builder = new HubActivityBuilder();
        foreach (var profile in profiles)
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(profile);
        }
        var time = new HubTime(seen.Min(h => h.FirstRow.UtcTicks), seen.Max(h => h.LastRow.UtcTicks));
        return new HubActivity(seen[0].HubName, seen[0].ResourceId, builder, time)
        {
            LacksConnects = Array.Exists(seen, h => h.LacksConnects),
        };
    }

    /// <summary>What a record knew of those after and before it.</summary>
    private static void Relate(DisconnectRecord[] records)
    {
        var closed = -1;
        for (var i = 0; i < records.Length; i++)
        {
            ref var record = ref records[i];
            var isBack =
                closed >= 0 && records[closed].ReconnectedAt != 0 && records[closed].ReconnectedAt <= record.Time;
            if (isBack)
                Return(ref records[closed], record);
            if (record.Kind == DisconnectKind.Closed)
                closed = i;
            else if (closed >= 0 && !isBack)
                Refuse(ref records[closed], ref record);
        }
    }

    private static void Return(ref DisconnectRecord closed, in DisconnectRecord next)
    {
        if (closed.NextContext < 0 && next.ConnectedAt == closed.ReconnectedAt)
            closed.NextContext = next.Context;
    }

    private static void Refuse(ref DisconnectRecord closed, ref DisconnectRecord run)
    {
        run.FollowsClosed = true;
        if (closed.RefusalCode != ConnectionEvent.NoCode)
            return;
        closed.RefusalCode = run.Code;
        if (closed.AttemptAt == 0 || closed.AttemptAt > run.Time)
            closed.AttemptAt = run.Time;
    }
}
