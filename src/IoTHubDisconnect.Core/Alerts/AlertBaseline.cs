namespace IoTHubDisconnect.Alerts;

/// <summary>A fleet's past: how many devices of each hub had real disconnects, window by window.</summary>
internal sealed class AlertBaseline
{
    private readonly Dictionary<string, List<DeviceDisconnect>> _hubs = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<TimeSpan> _lifetimes = [];
    private long _logStart = long.MaxValue, _first = long.MaxValue, _last = long.MinValue;

    public bool IsEmpty => _hubs.Count == 0;

    /// <summary>From the first disconnect to the last, whatever their cause.</summary>
    public TimeSpan Period => IsEmpty ? TimeSpan.Zero : new TimeSpan(_last - _first);

    /// <summary>The ARM resource ids of the hubs, or their names where the log has no ids.</summary>
    public IEnumerable<string> Hubs => _hubs.Keys;

    /// <summary>The lifetimes of tokens that the hubs were seen to close.</summary>
    public IReadOnlyCollection<TimeSpan> Lifetimes => _lifetimes;

    public void Add(DisconnectCause cause)
    {
        var disconnect = cause.Disconnect;
        var hub = disconnect.ResourceId.Length > 0 ? disconnect.ResourceId : disconnect.HubName;
        if (!_hubs.TryGetValue(hub, out var errors)) _hubs.Add(hub, errors = []);
        var ticks = disconnect.Time.UtcTicks;
        _logStart = Math.Min(_logStart, disconnect.Hub.FirstRow.UtcTicks);
        _first = Math.Min(_first, ticks);
        _last = Math.Max(_last, ticks);
        if (cause.Cause == CauseName.SasTokenExpired && disconnect.Profile.TokenLifetime is { } lifetime) _lifetimes.Add(lifetime);
        if (disconnect.ErrorCode is not null) errors.Add(disconnect);
    }

    /// <summary>What a query would have counted, each time that a rule would have looked.</summary>
    public int[] Counts(string hub, AlertQuery query, TimeSpan frequency)
    {
        var real = _hubs[hub].Where(d => !query.LeavesOut(d)).Select(d => (Ticks: d.Time.UtcTicks, Device: (d.DeviceId, d.ModuleId))).OrderBy(d => d.Ticks).ToList();
        // Of what expires as the log begins, the log does not show the begin; a rule reads as far back as it needs.
        var first = Math.Max(_first, _logStart + (query.Range - query.Window).Ticks);
        if (first > _last) first = _first;
        var counts = new int[Math.Max(1, (int)Math.Ceiling((_last - first + 1.0) / frequency.Ticks))];
        var (begin, end) = (0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            var now = first + (i + 1) * frequency.Ticks;
            while (end < real.Count && real[end].Ticks < now) end++;
            while (begin < end && real[begin].Ticks < now - query.Window.Ticks) begin++;
            counts[i] = real[begin..end].Select(r => r.Device).Distinct().Count();
        }
        return counts;
    }
}
