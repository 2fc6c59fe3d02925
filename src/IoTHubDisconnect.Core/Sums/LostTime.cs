using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect;

/// <summary>The time that trouble cost, in ticks and as far as the log goes.</summary>
internal static class LostTime
{
    /// <summary>Until its <see cref="End"/>, or until the end of the log where the device is away.</summary>
    public static long Of(in Verdict verdict)
    {
        var end = End(verdict);
        return end != 0 ? end - verdict.Facts.Record.Time
            : IsAway(verdict) ? verdict.Facts.Hub.LastRow.UtcTicks - verdict.Facts.Record.Time
            : 0;
    }

    /// <summary>
    /// When the device was back, or was refused for a reason of its own, which takes over from a close; UTC ticks, and
    /// 0 where neither was seen.
    /// </summary>
    public static long End(in Verdict verdict)
    {
        var (records, index) = (verdict.Facts.Device.Records, verdict.Facts.Index);
        var back = records[index].ReconnectedAt;
        if (index + 1 == records.Length || records[index + 1].Kind != DisconnectKind.Refused)
            return back;
        var refused = records[index + 1].Time;
        return back != 0 ? Math.Min(back, refused) : refused;
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

    private static bool IsAway(in Verdict verdict) =>
        verdict.Facts.Device.AwaySince(verdict.Facts.Index, verdict.Facts.Hub) != 0;
}
