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
    private long _lastMet;

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
    public bool IsStaggered =>
        _devices[^1].IsGone && Last.Absence!.Since - First.Absence!.Since >= TimeSpan.TicksPerMinute;

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

    /// <summary>The hours that its trouble most likely cost: those of a guess weigh less.</summary>
    public double Weight => _devices.Sum(d => d.Figures.MainLost.TotalHours * d.Figures.Confidence);

    /// <summary>How likely its trouble is what it is taken for.</summary>
    public double Confidence => _devices.Average(d => d.Figures.Confidence);

    /// <summary>How likely what keeps its devices away is what it is taken for.</summary>
    public double AbsenceConfidence => _devices.Average(d => d.Figures.Absence!.Confidence);

    /// <summary>It is an incident of the hub that goes on, and keeps most of all out that are away.</summary>
    public bool HoldsMostOf(int away) =>
        State == AttentionState.Away
        && Outage.Scope == DisconnectScope.Hub
        && !First.Absence!.IsSilent
        && _devices.Count >= IncidentTally.Least
        && 2 * _devices.Count > away;

    /// <summary>Whether it is the hub's, and began with the incident.</summary>
    public bool IsOf(HubIncident incident) =>
        Outage.Scope == DisconnectScope.Hub
        && Outage.HubName == incident.HubName
        && Outage.Cause == incident.Cause
        && First.Absence!.Since <= incident.End.UtcTicks
        && First.Absence.Since >= incident.Start.UtcTicks - MostApart;

    /// <summary>Puts devices together, in the order of the worst of each group.</summary>
    public static IReadOnlyList<OutageGroup> Of(IEnumerable<JudgedDevice> devices, Func<DeviceFigures, Outage> outageOf)
    {
        var groups = new List<OutageGroup>();
        var alike = new Dictionary<(Outage, AttentionState), List<OutageGroup>>();
        foreach (var device in devices)
        {
            var key = (outageOf(device.Figures), device.State);
            if (!alike.TryGetValue(key, out var known))
                alike.Add(key, known = []);
            if (known.FindLast(g => g.Takes(device)) is not { } group)
            {
                group = new OutageGroup(key.Item1, key.State);
                known.Add(group);
                groups.Add(group);
            }
            group.Add(device);
        }
        return groups;
    }

    /// <summary>What groups devices roughly, before it is known how each is at the end.</summary>
    public static (Outage, long) KeyOf(DeviceFigures device) =>
        Outage.Of(device) is { IsByOneHand: true } outage
            ? (outage, device.TroubleAt / MostApart)
            : (Outage.Of(device), 0);

    private void Add(JudgedDevice device)
    {
        _devices.Add(device);
        _lastMet = Math.Max(_lastMet, device.IsGone ? device.Figures.Absence!.LastTry : TimeOf(device));
    }

    /// <summary>What refuses its devices still has not passed, however late it meets the next one.</summary>
    private bool Takes(JudgedDevice device) =>
        Outage.IsByOneHand
            ? Math.Abs(TimeOf(device) - TimeOf(_devices[0])) <= MostApart
            : !device.IsGone || TimeOf(device) - _lastMet <= MostApart;

    private static long TimeOf(JudgedDevice device) =>
        device.IsGone ? device.Figures.Absence!.Since : device.Figures.TroubleAt;
}
