using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// The habit of a device that is switched off without a close at about the same time of day, and switched on hours later
/// at about the same time: over night, or over a weekend.
/// </summary>
/// <param name="Off">Seconds after midnight UTC.</param>
/// <param name="On">Seconds after midnight UTC.</param>
internal sealed record NightRest(double Off, double On) : WakeSchedule(Day, KeepsGrid: true)
{
    private const double Day = 86400;
    private const int Most = 128;
    private const int Enough = 3;

    /// <summary>Seconds.</summary>
    private const double ShortestNight = 4 * 3600;

    /// <summary>Seconds sooner or later. A battery that runs flat, or a shift that ends, keeps no such hours.</summary>
    private const double Give = 2700;

    /// <summary>The habit; null where the device has none.</summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    public static new NightRest? Find(DeviceProfile device)
    {
        Span<double> off = stackalloc double[Most],
            on = stackalloc double[Most];
        var count = 0;
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (count == Most || !IsNight(record))
                continue;
            off[count] = TimeOfDay(record.Time);
            on[count++] = TimeOfDay(record.ReconnectedAt);
        }
        if (count < Enough)
            return null;
        var best = default(NightRest);
        var most = Enough - 1;
        for (var i = 0; i < count; i++)
        {
            var rest = new NightRest(off[i], on[i]);
            var kept = 0;
            for (var j = 0; j < count; j++)
                kept += rest.Keeps(off[j], on[j]) ? 1 : 0;
            if (kept > most)
                (best, most) = (rest, kept);
        }
        var days = DisconnectRecord.Seconds(device.Records[^1].Time - device.Records[0].Time) / Day;
        return most * 5 >= count * 4 && most * 2 >= days ? best : null;
    }

    /// <inheritdoc/>
    [MethodImpl(HotPath.Profiles)]
    public override bool Includes(in DisconnectRecord record, double toEndOfLog) =>
        record.ReturnGap is null
            ? toEndOfLog < Day && IsNear(TimeOfDay(record.Time), Off)
            : IsNight(record) && Keeps(TimeOfDay(record.Time), TimeOfDay(record.ReconnectedAt));

    private static bool IsNight(in DisconnectRecord record) =>
        record.Kind == DisconnectKind.Closed
        && record.ReconnectedAt != 0
        && record.ReturnGap >= ShortestNight
        && ErrorCodes.GroupOf(record.Code) == ErrorGroup.RemoteClosed;

    private static double TimeOfDay(long ticks) => DisconnectRecord.Seconds(ticks % TimeSpan.TicksPerDay);

    private static bool IsNear(double a, double b) => Math.Abs(Math.IEEERemainder(a - b, Day)) <= Give;

    private bool Keeps(double off, double on) => IsNear(off, Off) && IsNear(on, On);
}
