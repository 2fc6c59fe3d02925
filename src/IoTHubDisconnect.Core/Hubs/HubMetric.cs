namespace IoTHubDisconnect.Hubs;

/// <summary>
/// What the metric connectedDeviceCount tells of a time: where it dips, and in which minutes it was measured at all.
/// </summary>
internal sealed class HubMetric
{
    /// <summary>Rows and metric name the same moment a minute or two apart.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    private readonly HashSet<long> _measured = [];
    private readonly List<ConnectedDeviceDip> _dips = [];
    private readonly List<(long Ticks, double Count)> _averages = [];

    public HubMetric(IEnumerable<ConnectedDeviceCount> minutes)
    {
        ConnectedDeviceDip? dip = null;
        foreach (var minute in minutes)
        {
            if (minute.Average is null && minute.Minimum is null)
                continue;
            _measured.Add(MinuteOf(minute.Time.UtcTicks));
            _averages.Add((minute.Time.UtcTicks, minute.Average ?? minute.Minimum!.Value));
            if (minute.IsDip)
            {
                var lowest = minute.Usual!.Value - minute.Depth!.Value;
                dip =
                    dip is null || lowest < dip.Lowest
                        ? new(
                            dip?.Start ?? minute.Time,
                            minute.Time,
                            minute.Time.AddMinutes(1),
                            minute.Usual.Value,
                            lowest
                        )
                        : new(dip.Start, dip.LowestAt, minute.Time.AddMinutes(1), dip.Usual, dip.Lowest);
            }
            else if (dip is not null)
            {
                _dips.Add(dip);
                dip = null;
            }
        }
        if (dip is not null)
            _dips.Add(dip);
    }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<ConnectedDeviceDip> Dips => _dips;

    /// <summary>The minutes measured, UTC ticks, and how many devices were connected in each.</summary>
    public IReadOnlyList<(long Ticks, double Count)> Averages => _averages;

    /// <summary>
    /// The deepest dip that fell around a moment; null for none. What is lost in a dip that fell long before has
    /// another cause.
    /// </summary>
    public ConnectedDeviceDip? FallAt(DateTimeOffset time)
    {
        ConnectedDeviceDip? deepest = null;
        foreach (var dip in _dips)
        {
            if (dip.Start > time + Tolerance)
                break;
            if (time <= dip.LowestAt + Tolerance && !(deepest?.Share >= dip.Share))
                deepest = dip;
        }
        return deepest;
    }

    /// <summary>Whether the minutes around a moment were measured, so that no dip means that there was none.</summary>
    public bool Covers(DateTimeOffset time)
    {
        var minute = MinuteOf(time.UtcTicks);
        return _measured.Contains(minute - 1) && _measured.Contains(minute) && _measured.Contains(minute + 1);
    }

    private static long MinuteOf(long ticks) => ticks / TimeSpan.TicksPerMinute;
}
