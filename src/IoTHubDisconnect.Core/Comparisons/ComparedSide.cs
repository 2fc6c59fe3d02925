using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Comparisons;

/// <summary>The disconnects of the reference, or those of the difference.</summary>
internal sealed class ComparedSide(DeviceNumbers devices)
{
    private readonly List<Occurrence>?[] _causes = new List<Occurrence>?[CauseWeights.Count];
    private readonly HashSet<CauseName> _unexpected = [];
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

    public void Add(DisconnectCause cause)
    {
        var disconnect = cause.Disconnect;
        var ticks = disconnect.Time.UtcTicks;
        var device = devices.Of(disconnect);
        Hubs.Add(disconnect.HubName);
        _seen.Add(device);
        if (!cause.IsExpected)
            _unexpected.Add(cause.Cause);
        First = Math.Min(First, ticks);
        Last = Math.Max(Last, ticks);
        (_causes[(int)cause.Cause] ??= []).Add(new Occurrence(ticks, device, PlaceOf(cause.Scope, disconnect)));
    }

    public IReadOnlyList<Occurrence> Of(CauseName cause) => _causes[(int)cause] ?? [];

    /// <summary>Whether all disconnects of the cause belong to normal operation, their outcome included.</summary>
    public bool IsExpected(CauseName cause) => !_unexpected.Contains(cause);

    private static string? PlaceOf(DisconnectScope scope, DeviceDisconnect disconnect) =>
        scope switch
        {
            DisconnectScope.Hub => disconnect.HubName,
            DisconnectScope.Site => $"{disconnect.HubName} {disconnect.MaskedIpAddress}",
            _ => null,
        };
}
