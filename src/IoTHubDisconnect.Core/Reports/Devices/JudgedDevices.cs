namespace IoTHubDisconnect.Reports;

/// <summary>The devices that somebody may need to know of, the worst first.</summary>
internal sealed class JudgedDevices(IReadOnlyList<JudgedDevice> all)
{
    public static readonly JudgedDevices None = new([]);

    public IReadOnlyList<JudgedDevice> All { get; } = all;

    /// <summary>
    /// Who is away, or may be on the way back, in groups that one trouble met; the longest away first.
    /// </summary>
    public IReadOnlyList<OutageGroup> Gone { get; } = OutageGroup.Of(all.Where(d => d.IsGone));

    /// <summary>Who needs attention, in groups that one trouble met.</summary>
    public IReadOnlyList<OutageGroup> Attention { get; } = OutageGroup.Of(all.Where(d => d.NeedsAttention));

    public int AwayCount { get; } = all.Count(d => d.State == AttentionState.Away);

    public int MayReturnCount { get; } = all.Count(d => d.State == AttentionState.MayReturn);

    /// <summary>Devices that are away in a time that was planned.</summary>
    public int PlannedAwayCount { get; } =
        all.Count(d => d.State == AttentionState.Planned && d.Figures.Absence is not null);

    /// <summary>Disconnects that were not expected, but in times that were planned.</summary>
    public long PlannedCount { get; } = all.Sum(d => d.Figures.PlannedCount);

    public int AttentionCount { get; } = all.Count(d => d.NeedsAttention);
}
