namespace IoTHubDisconnect.Alerts;

/// <summary>A fleet's past: how many devices of each hub had real disconnects, window by window.</summary>
internal sealed class AlertBaseline
{
    private readonly Dictionary<string, List<(long Ticks, string Device)>> _hubs = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<TimeSpan> _lifetimes = [];
    private long _first = long.MaxValue, _last = long.MinValue;

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
        if (!_hubs.TryGetValue(hub, out var real)) _hubs.Add(hub, real = []);
        var ticks = disconnect.Time.UtcTicks;
        _first = Math.Min(_first, ticks);
        _last = Math.Max(_last, ticks);
        if (cause.Cause == CauseName.SasTokenExpired && disconnect.Profile.TokenLifetime is { } lifetime) _lifetimes.Add(lifetime);
        if (disconnect.ErrorCode is not null && !cause.IsExpected) real.Add((ticks, $"{disconnect.DeviceId}/{disconnect.ModuleId}"));
    }

    /// <summary>Devices with real disconnects, each time that a rule would have looked.</summary>
    public int[] Counts(string hub, TimeSpan window, TimeSpan frequency)
    {
        var real = _hubs.TryGetValue(hub, out var found) ? found.OrderBy(r => r.Ticks).ToList() : [];
        var counts = new int[Math.Max(1, (int)Math.Ceiling((_last - _first + 1.0) / frequency.Ticks))];
        var (begin, end) = (0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            var now = _first + (i + 1) * frequency.Ticks;
            while (end < real.Count && real[end].Ticks < now) end++;
            while (begin < end && real[begin].Ticks < now - window.Ticks) begin++;
            counts[i] = real[begin..end].Select(r => r.Device).Distinct().Count();
        }
        return counts;
    }
}
