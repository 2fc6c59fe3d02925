namespace IoTHubDisconnect.Hubs;

/// <summary>
/// Marks dips of a metric: devices went missing suddenly, and came back. Minutes go in by order of time; they come out
/// when it is known what they belong to, which is at once unless the count is low.
/// </summary>
internal sealed class DipFinder(string resourceId)
{
    /// <summary>What is lower for longer is a new level, as a night is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    /// <summary>How much earlier to begin, so that the usual level is known.</summary>
    public static readonly TimeSpan Leading = TimeSpan.FromHours(1);

    /// <summary>
    /// A dip is over when so much of the threshold, or of its depth, is all that is missing: a few devices may stay
    /// away.
    /// </summary>
    private const double BackShare = 0.5,
        BackDepth = 0.25;

    private readonly List<MetricPoint> _low = [];
    private UsualLevel _usual = new();
    private double _depth;

    /// <summary>Takes the next minute; gives those that are now clear.</summary>
    public IEnumerable<ConnectedDeviceCount> Add(MetricPoint point)
    {
        IReadOnlyList<ConnectedDeviceCount> before = _low.Count > 0 && IsBack(point) ? SettleAsDip() : [];
        if (_low.Count > 0 || IsLow(point))
        {
            _low.Add(point);
            _depth = Math.Max(_depth, Missing(point) ?? 0);
            return point.Time - _low[0].Time >= Longest ? SettleAsLevel() : before;
        }
        if (point.Lowest is { } value)
            _usual.Add(value);
        return before.Append(Count(point, isDip: false));
    }

    /// <summary>Gives the rest: what has not come back yet is a dip, for nothing tells otherwise.</summary>
    public IEnumerable<ConnectedDeviceCount> Complete() => SettleAsDip();

    private double? Missing(MetricPoint point) => _usual.Level - point.Lowest;

    private bool IsLow(MetricPoint point) => Missing(point) > _usual.Threshold;

    private bool IsBack(MetricPoint point) =>
        Missing(point) <= Math.Max(_usual.Threshold * BackShare, _depth * BackDepth);

    private ConnectedDeviceCount[] SettleAsDip()
    {
        ConnectedDeviceCount[] dip = [.. _low.Select(p => Count(p, isDip: p.Lowest is not null))];
        _low.Clear();
        _depth = 0;
        return dip;
    }

    /// <summary>
    /// The count stayed low: these minutes are what is usual from now on, and may have dips of their own.
    /// </summary>
    private List<ConnectedDeviceCount> SettleAsLevel()
    {
        MetricPoint[] low = [.. _low];
        _low.Clear();
        _depth = 0;
        _usual = new UsualLevel();
        return [.. low.SelectMany(Add)];
    }

    private ConnectedDeviceCount Count(MetricPoint point, bool isDip) => new(resourceId, point, _usual.Level, isDip);
}
