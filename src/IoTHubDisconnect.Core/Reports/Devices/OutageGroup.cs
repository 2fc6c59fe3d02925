namespace IoTHubDisconnect.Reports;

/// <summary>
/// Devices that one trouble met: those of a site or a hub together, those whose identities or credentials somebody took
/// away at one time, or one alone.
/// </summary>
internal sealed class OutageGroup(Outage outage, AttentionState state)
{
    /// <summary>Who goes later than this after the others went by another incident.</summary>
    private static readonly long MostApart = TimeSpan.FromMinutes(15).Ticks;

    private readonly List<JudgedDevice> _devices = [];

    public Outage Outage { get; } = outage;

    public AttentionState State { get; } = state;

    /// <summary>The worst first.</summary>
    public IReadOnlyList<JudgedDevice> Devices => _devices;

    public DeviceFigures First => _devices[0].Figures;

    public DeviceFigures Last => _devices[^1].Figures;

    /// <summary>The one whose history is known, to speak for all.</summary>
    public DeviceFigures Speaker => _devices.Find(d => d.Figures.Profile is not null)?.Figures ?? First;

    public bool NeedsAttention => _devices.Exists(d => d.NeedsAttention);

    public long Count => _devices.Sum(d => d.Figures.Count);

    public long UnexpectedCount => _devices.Sum(d => d.Figures.Count - d.Figures.ExpectedCount);

    /// <summary>Some went a minute or more after the first.</summary>
    public bool IsStaggered => Last.TroubleAt - First.TroubleAt >= TimeSpan.TicksPerMinute && _devices[^1].IsGone;

    /// <summary>How long its devices have been away, all together; null where none is.</summary>
    public TimeSpan? Open =>
        _devices.Exists(d => d.Figures.OpenDowntime is not null)
            ? TimeSum.Of(_devices.Aggregate(Int128.Zero, (sum, d) => sum + (d.Figures.OpenDowntime?.Ticks ?? 0)))
            : null;

    /// <summary>Null where none was seen to come back.</summary>
    public TimeSpan? TotalDowntime =>
        _devices.Exists(d => d.Figures.TotalDowntime is not null)
            ? TimeSum.Of(_devices.Aggregate(Int128.Zero, (sum, d) => sum + d.Figures.Downtime))
            : null;

    /// <summary>What of it its trouble cost; null where that is nothing.</summary>
    public TimeSpan? MainDowntime =>
        _devices.Exists(d => d.Figures.MainDowntime is not null)
            ? TimeSum.Of(_devices.Aggregate(Int128.Zero, (sum, d) => sum + (d.Figures.MainDowntime?.Ticks ?? 0)))
            : null;

    /// <summary>The time lost to all trouble of its devices; each disconnect counts a minute at least.</summary>
    public TimeSpan Severity => TimeSum.Of(_devices.Aggregate(Int128.Zero, (sum, d) => sum + d.Figures.Severity.Ticks));

    /// <summary>Whether it is the hub's, and began with the incident.</summary>
    public bool IsOf(HubIncident incident) =>
        Outage.Scope == DisconnectScope.Hub
        && Outage.HubName == incident.HubName
        && Outage.Cause == incident.Cause
        && First.Absence!.Since <= incident.End.UtcTicks
        && First.Absence.Since >= incident.Start.UtcTicks - MostApart;

    /// <summary>Puts devices together, in the order of the worst of each group.</summary>
    public static IReadOnlyList<OutageGroup> Of(IEnumerable<JudgedDevice> devices)
    {
        var groups = new List<OutageGroup>();
        var alike = new Dictionary<(Outage, AttentionState), List<OutageGroup>>();
        foreach (var device in devices)
        {
            var key = (Outage.Of(device.Figures), device.State);
            if (!alike.TryGetValue(key, out var known))
                alike.Add(key, known = []);
            if (known.FindLast(g => g.Takes(device)) is not { } group)
            {
                group = new OutageGroup(key.Item1, key.State);
                known.Add(group);
                groups.Add(group);
            }
            group._devices.Add(device);
        }
        return groups;
    }

    /// <summary>What groups devices roughly, before it is known how each is at the end.</summary>
    public static (Outage, long) KeyOf(DeviceFigures device) =>
        Outage.Of(device) is { IsByOneHand: true } outage
            ? (outage, device.TroubleAt / MostApart)
            : (Outage.Of(device), 0);

    private bool Takes(JudgedDevice device) =>
        Outage.IsByOneHand
            ? Math.Abs(device.Figures.TroubleAt - First.TroubleAt) <= MostApart
            : !device.IsGone || device.Figures.TroubleAt - _devices[^1].Figures.TroubleAt <= MostApart;
}
