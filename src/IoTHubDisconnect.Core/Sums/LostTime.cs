using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect;

/// <summary>The time that trouble cost, in ticks and as far as the log goes.</summary>
internal static class LostTime
{
    /// <summary>
    /// From a disconnect until the device was back, until its next one, or until the end of the log: a refusal after a
    /// close takes over from it.
    /// </summary>
    public static long Of(in Verdict verdict)
    {
        var (records, index) = (verdict.Facts.Device.Records, verdict.Facts.Index);
        ref readonly var record = ref records[index];
        if (index + 1 < records.Length && records[index + 1].Kind == DisconnectKind.Refused)
            return EndOf(record.ReconnectedAt, records[index + 1].Time) - record.Time;
        return record.ReconnectedAt != 0 ? record.ReconnectedAt - record.Time
            : IsAway(verdict) ? verdict.Facts.Hub.LastRow.UtcTicks - record.Time
            : 0;
    }

    /// <summary>
    /// From when the device went to the end of the log, where it is trouble that it was not back by then. The last of
    /// the device's disconnects has it; the others, and all of a device that is back, have none.
    /// </summary>
    public static long OpenOf(in Verdict verdict)
    {
        var (device, index, hub) = (verdict.Facts.Device, verdict.Facts.Index, verdict.Facts.Hub);
        return !verdict.IsExpected && index == device.Records.Length - 1 && IsAway(verdict)
            ? hub.LastRow.UtcTicks - device.AwaySince(index, hub)
            : 0;
    }

    private static long EndOf(long back, long next) => back != 0 ? Math.Min(back, next) : next;

    private static bool IsAway(in Verdict verdict) =>
        verdict.Facts.Device.AwaySince(verdict.Facts.Index, verdict.Facts.Hub) != 0;
}
