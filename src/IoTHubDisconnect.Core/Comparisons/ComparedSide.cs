using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Comparisons;

/// <summary>The disconnects of the reference, or those of the difference.</summary>
internal sealed class ComparedSide(DeviceNumbers devices)
{
    private readonly List<Occurrence>?[] _causes = new List<Occurrence>?[2 * CauseWeights.Count];
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
        First = Math.Min(First, ticks);
        Last = Math.Max(Last, ticks);
        (_causes[NumberOf((cause.Cause, cause.IsExpected))] ??= []).Add(new Occurrence(ticks, device, PlaceOf(cause.Scope, disconnect)));
    }

    public IReadOnlyList<Occurrence> Of((CauseName Cause, bool IsExpected) kind) => _causes[NumberOf(kind)] ?? [];

    private static int NumberOf((CauseName Cause, bool IsExpected) kind) => 2 * (int)kind.Cause + (kind.IsExpected ? 1 : 0);

    private static string? PlaceOf(DisconnectScope scope, DeviceDisconnect disconnect) => scope switch
    {
        DisconnectScope.Hub => disconnect.HubName,
        DisconnectScope.Site => $"{disconnect.HubName} {disconnect.MaskedIpAddress}",
        _ => null,
    };
}
