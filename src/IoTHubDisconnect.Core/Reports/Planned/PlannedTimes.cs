namespace IoTHubDisconnect.Reports;

/// <summary>The times in which devices are meant to be away.</summary>
internal sealed class PlannedTimes(IReadOnlyList<PlannedTime> all)
{
    public static readonly PlannedTimes None = new([]);

    /// <summary>Whether a device was meant to be away at a moment, UTC ticks.</summary>
    public bool Include(DisconnectedDevice device, long ticks) => EndAt(device, ticks) > ticks;

    /// <summary>Whether it was meant to be away all the time from one moment to another, UTC ticks.</summary>
    public bool Include(DisconnectedDevice device, long from, long to)
    {
        for (var at = from; ; )
        {
            var end = EndAt(device, at);
            if (end <= at)
                return false;
            if (end >= to)
                return true;
            at = end;
        }
    }

    private long EndAt(DisconnectedDevice device, long ticks)
    {
        var latest = 0L;
        foreach (var time in all)
        {
            if (
                time.Concerns(device.HubName, device.DeviceId, device.Site)
                && time.EndAt(new DateTimeOffset(ticks, TimeSpan.Zero)) is { } end
            )
                latest = Math.Max(latest, end.UtcTicks);
        }
        return latest;
    }
}
