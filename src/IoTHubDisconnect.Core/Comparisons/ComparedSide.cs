using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Comparisons;

/// <summary>The disconnects of the reference, or those of the difference.</summary>
internal sealed class ComparedSide(DeviceNumbers devices)
{
    private readonly List<Occurrence>?[] _causes = new List<Occurrence>?[CauseNames.Count];
    private readonly HashSet<int> _seen = [];

    public HashSet<string> Hubs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Devices and modules with disconnects of any cause.</summary>
    public int DeviceCount => _seen.Count;

    public IReadOnlyCollection<int> Devices => _seen;

    /// <summary>The first disconnect, UTC ticks.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The last disconnect, UTC ticks.</summary>
    public long Last { get; private set; } = long.MinValue;

    public bool IsEmpty => _seen.Count == 0;

    public TimeSpan Span => IsEmpty ? TimeSpan.Zero : new TimeSpan(Last - First);

    public void Add(in ComparedDisconnect disconnect)
    {
        var device = devices.Of(disconnect);
        Hubs.Add(disconnect.HubName);
        _seen.Add(device);
        First = Math.Min(First, disconnect.Ticks);
        Last = Math.Max(Last, disconnect.Ticks);
        (_causes[(int)disconnect.Cause] ??= []).Add(
            new Occurrence(disconnect.Ticks, device, disconnect.Place, disconnect.IsExpected, disconnect.IsAway)
        );
    }

    public IReadOnlyList<Occurrence> Of(CauseName cause) => _causes[(int)cause] ?? [];

    /// <summary>Those that do not belong to normal operation.</summary>
    public IReadOnlyList<Occurrence> TroubleOf(CauseName cause) => [.. Of(cause).Where(o => !o.IsExpected)];
}
