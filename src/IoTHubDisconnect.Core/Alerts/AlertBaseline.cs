using System.Runtime.InteropServices;

namespace IoTHubDisconnect.Alerts;

/// <summary>A fleet's past: how many devices of each hub had real disconnects, window by window.</summary>
internal sealed class AlertBaseline
{
    private readonly Dictionary<string, List<DeviceDisconnect>> _hubs = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<TimeSpan> _lifetimes = [];
    private long _logStart = long.MaxValue,
        _first = long.MaxValue,
        _last = long.MinValue;

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
        if (!_hubs.TryGetValue(hub, out var errors))
            _hubs.Add(hub, errors = []);
        var ticks = disconnect.Time.UtcTicks;
        _logStart = Math.Min(_logStart, disconnect.Hub.FirstRow.UtcTicks);
        _first = Math.Min(_first, ticks);
        _last = Math.Max(_last, ticks);
        if (cause.Cause == CauseName.SasTokenExpired && disconnect.Profile.TokenLifetime is { } lifetime)
            _lifetimes.Add(lifetime);
        if (disconnect.ErrorCode is not null)
            errors.Add(disconnect);
    }

    /// <summary>What a query would have counted, each time that a rule would have looked and found something.</summary>
    public List<AlertLook> Looks(string hub, AlertQuery query, TimeSpan frequency)
    {
        var real = _hubs[hub]
            .Where(d => !query.LeavesOut(d))
            .Select(d => (Ticks: d.Time.UtcTicks, Device: (d.DeviceId, d.ModuleId)))
            .OrderBy(d => d.Ticks)
            .ToList();
        // Of what expires as the log begins, the log does not show the begin; a rule reads as far back as it needs.
        var first = Math.Max(_first, _logStart + (query.Range - query.Window).Ticks);
        if (first > _last)
            first = _first;
        var looks = new List<AlertLook>();
        var inWindow = new Dictionary<(string, string?), int>();
        var (begin, end) = (0, 0);
        for (var i = 0L; i == 0 || first + i * frequency.Ticks <= _last; i++)
        {
            if (begin == end && end == real.Count)
                break;
            // Looks that find nothing are as many as the time is long.
            if (begin == end)
                i = Math.Max(i, (real[end].Ticks - first) / frequency.Ticks);
            var now = first + (i + 1) * frequency.Ticks;
            for (; end < real.Count && real[end].Ticks < now; end++)
                CollectionsMarshal.GetValueRefOrAddDefault(inWindow, real[end].Device, out _)++;
            for (; begin < end && real[begin].Ticks < now - query.Window.Ticks; begin++)
                if (--CollectionsMarshal.GetValueRefOrNullRef(inWindow, real[begin].Device) == 0)
                    inWindow.Remove(real[begin].Device);
            if (inWindow.Count > 0)
                looks.Add(new AlertLook(i, inWindow.Count));
        }
        return looks;
    }
}
