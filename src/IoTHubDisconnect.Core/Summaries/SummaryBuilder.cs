namespace IoTHubDisconnect;

/// <summary>Sums up causes by group.</summary>
/// <param name="by">What to sum up by.</param>
/// <param name="devicesReturn">Disconnects of one device may come apart from each other, so that devices are to be remembered by name.</param>
internal sealed class SummaryBuilder(DisconnectGrouping by, bool devicesReturn)
{
    private static readonly bool[] Expected = [.. Enum.GetValues<CauseName>().Select(DisconnectCause.IsExpectedCause)];

    private readonly Dictionary<SummaryKey, SummaryGroup> _groups = [];

    public bool IsEmpty => _groups.Count == 0;

    public void Add(DeviceDisconnect disconnect, CauseName cause)
    {
        var key = SummaryKey.Of(by, disconnect, cause);
        if (!_groups.TryGetValue(key, out var group)) _groups.Add(key, group = new SummaryGroup(devicesReturn));
        group.Add(disconnect, cause, Expected[(int)cause], by == DisconnectGrouping.Cause);
    }

    /// <summary>Adds the figures over other devices.</summary>
    public void Add(SummaryBuilder other)
    {
        foreach (var (key, figures) in other._groups)
        {
            if (_groups.TryGetValue(key, out var group)) group.Add(figures);
            else _groups.Add(key, figures);
        }
    }

    /// <summary>The groups: hours in order of time, everything else the most frequent first.</summary>
    public IEnumerable<DisconnectSummary> Build(CancellationToken cancellation = default)
    {
        var all = _groups.Values.Sum(g => g.Count);
        var summaries = _groups.Select(g =>
        {
            cancellation.ThrowIfCancellationRequested();
            return (g.Key, Summary: new DisconnectSummary(by, g.Key, g.Value, all));
        });
        return by == DisconnectGrouping.Hour
            ? summaries.OrderBy(s => s.Key.Hour).Select(s => s.Summary)
            : summaries.OrderByDescending(s => s.Summary.Count).ThenBy(s => s.Summary.Name, StringComparer.Ordinal).ThenBy(s => s.Summary.HubName, StringComparer.Ordinal).Select(s => s.Summary);
    }
}
