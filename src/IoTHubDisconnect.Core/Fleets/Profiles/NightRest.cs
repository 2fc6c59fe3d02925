using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// The habit of a device that is switched off without a close at about the same time of day, and switched on hours
/// later at about the same time: over night, or over a weekend.
/// </summary>
/// <param name="Off">Seconds after midnight UTC.</param>
/// <param name="On">Seconds after midnight UTC.</param>
/// <param name="Longest">Seconds. The longest of these absences, as over a weekend.</param>
internal sealed record NightRest(double Off, double On, double Longest)
    : WakeSchedule(Math.Max(Day, Longest), KeepsGrid: true)
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
    public static NightRest? Of(DeviceProfile device)
    {
        Span<double> off = stackalloc double[Most],
            on = stackalloc double[Most],
            away = stackalloc double[Most];
        var count = 0;
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (count == Most || !IsNight(record))
                continue;
            off[count] = TimeOfDay(record.Time);
            away[count] = record.ReturnGap!.Value;
            on[count++] = TimeOfDay(record.ReconnectedAt);
        }
        if (count < Enough)
            return null;
        var best = default(NightRest);
        var most = Enough - 1;
        for (var i = 0; i < count; i++)
        {
            var (kept, longest) = (0, 0.0);
            for (var j = 0; j < count; j++)
            {
                if (!IsNear(off[i], off[j]) || !IsNear(on[i], on[j]))
                    continue;
                kept++;
                longest = Math.Max(longest, away[j]);
            }
            if (kept > most)
                (best, most) = (new NightRest(off[i], on[i], longest), kept);
        }
        var days = DisconnectRecord.Seconds(device.Records[^1].Time - device.Records[0].Time) / Day;
        return most * 5 >= count * 4 && most * 2 >= days && best!.IsThereByDay ? best : null;
    }

    /// <inheritdoc/>
    [MethodImpl(HotPath.Profiles)]
    public override bool Includes(in DisconnectRecord record, double toEndOfLog) =>
        record.ReturnGap is null
            ? toEndOfLog < Period && IsNear(TimeOfDay(record.Time), Off)
            : IsNight(record) && IsNear(TimeOfDay(record.Time), Off) && IsNear(TimeOfDay(record.ReconnectedAt), On);

    /// <summary>Who wakes once a day for a moment sleeps.</summary>
    private bool IsThereByDay => (Off - On + Day) % Day > LongestAwake;

    private static bool IsNight(in DisconnectRecord record) =>
        record.Kind == DisconnectKind.Closed
        && record.ReconnectedAt != 0
        && record.ReturnGap >= ShortestNight
        && ErrorCodes.GroupOf(record.Code) == ErrorGroup.RemoteClosed;

    private static double TimeOfDay(long ticks) => DisconnectRecord.Seconds(ticks % TimeSpan.TicksPerDay);

    private static bool IsNear(double a, double b) => Math.Abs(Math.IEEERemainder(a - b, Day)) <= Give;
}
