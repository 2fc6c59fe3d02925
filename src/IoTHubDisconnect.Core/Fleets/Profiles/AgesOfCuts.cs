using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Reads at which ages, in seconds, a device's sessions were closed from afar.</summary>
internal static class AgesOfCuts
{
    /// <summary>Seconds. Less is a loop's.</summary>
    private const double Shortest = 20;

    /// <param name="device">The device.</param>
    /// <param name="ages">Takes the ages, as many as there is room for.</param>
    /// <param name="phases">Takes at which second of the hub's sweeps each ended.</param>
    [MethodImpl(HotPath.Profiles)]
    public static (int Count, int Unauthorized, double Away, bool AreGaps) Read(
        DeviceProfile device,
        Span<double> ages,
        Span<double> phases
    )
    {
        var (count, unauthorized, away) = (0, 0, 0.0);
        long last = 0;
        var hasConnects = HasConnects(device);
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.Kind != DisconnectKind.Closed || count == ages.Length)
                continue;
            var known = hasConnects ? record.Age : SinceLast(record, ref last);
            if (known is not { } age || age < Shortest)
                continue;
            var group = ErrorCodes.GroupOf(record.Code);
            if (group is not (ErrorGroup.RemoteClosed or ErrorGroup.Unauthorized) && !record.IsUntold)
                continue;
            if (record.IsUnauthorized)
                unauthorized++;
            away += record.ReturnGap ?? 0;
            phases[count] = HubSweep.PhaseOf(record.Time);
            ages[count++] = age;
        }
        return (count, unauthorized, away, !hasConnects);
    }

    private static bool HasConnects(DeviceProfile device)
    {
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.ConnectedAt != 0 || record.ReconnectedAt != 0)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Where the log has no connects: from closing to closing, which is the seconds longer that devices take to
    /// come back.
    /// </summary>
    private static double? SinceLast(in DisconnectRecord record, ref long last)
    {
        var (from, to) = (last, record.Time);
        last = record.LastRowAt;
        return from == 0 ? null : DisconnectRecord.Seconds(to - from);
    }
}
