namespace IoTHubDisconnect.Reports;

/// <summary>The devices that somebody may need to know of, the worst first.</summary>
internal sealed class JudgedDevices(IReadOnlyList<JudgedDevice> all)
{
    public static readonly JudgedDevices None = new([]);

    public IReadOnlyList<JudgedDevice> All { get; } = all;

    /// <summary>
    /// Who is away, or may be on the way back, in groups that one trouble met; an incident of the hub that holds most
    /// of them first, then the longest away.
    /// </summary>
    public IReadOnlyList<OutageGroup> Gone { get; } =
        InOrder(OutageGroup.Of(all.Where(d => d.IsGone), Outage.OfAbsence), AwayOf(all));

    /// <summary>Who needs attention, by the trouble that met them; in the same order, then by the time lost.</summary>
    public IReadOnlyList<OutageGroup> Attention { get; } =
        InOrder(OutageGroup.Of(all.Where(d => d.NeedsAttention), Outage.Of), AwayOf(all));

    /// <summary>An incident of the hub that goes on, and holds most who are away; null where none does.</summary>
    public OutageGroup? Holder => Attention.FirstOrDefault(g => g.HoldsMostOf(AwayCount));

    /// <summary>Who is away for the longest time; null where nobody is.</summary>
    public OutageGroup? Longest => Gone.Where(g => g.State == AttentionState.Away).MinBy(g => g.First.Absence!.Since);

    /// <summary>
    /// What to do something about first: what holds most who are away, or else what most likely cost most time; null
    /// where nothing needs attention.
    /// </summary>
    public OutageGroup? Foremost => Holder ?? Attention.MaxBy(g => g.Weight);

    public int AwayCount { get; } = AwayOf(all);

    public int MayReturnCount { get; } = all.Count(d => d.State == AttentionState.MayReturn);

    /// <summary>Devices that are away in a time that was planned.</summary>
    public int PlannedAwayCount { get; } =
        all.Count(d => d.State == AttentionState.Planned && d.Figures.Absence is not null);

    /// <summary>Disconnects that were not expected, but in times that were planned.</summary>
    public long PlannedCount { get; } = all.Sum(d => d.Figures.PlannedCount);

    public int AttentionCount { get; } = all.Count(d => d.NeedsAttention);

    private static int AwayOf(IReadOnlyList<JudgedDevice> devices) =>
        devices.Count(d => d.State == AttentionState.Away);

    private static OutageGroup[] InOrder(IEnumerable<OutageGroup> groups, int away) =>
        [.. groups.OrderByDescending(g => g.HoldsMostOf(away))];
}
