namespace IoTHubDisconnect.Reports;

/// <summary>A device that somebody may need to know of.</summary>
/// <param name="Figures">What its disconnects come to.</param>
/// <param name="State">How it is at the end of the log.</param>
/// <param name="Reasons">Why it needs attention; empty where it does not.</param>
internal sealed record JudgedDevice(DeviceFigures Figures, AttentionState State, IReadOnlyList<AttentionReason> Reasons)
    : IComparable<JudgedDevice>
{
    public bool NeedsAttention => Reasons.Count > 0;

    /// <summary>It is away, or may be on its way back.</summary>
    public bool IsGone => State is AttentionState.Away or AttentionState.MayReturn;

    /// <summary>Who is away comes first, the longest before the others, then who lost most time.</summary>
    public int CompareTo(JudgedDevice? other)
    {
        if (other is null)
            return -1;
        var order = State.CompareTo(other.State);
        if (order == 0 && IsGone)
            order = Figures.Absence!.Since.CompareTo(other.Figures.Absence!.Since);
        if (order == 0)
            order = other.Figures.Severity.CompareTo(Figures.Severity);
        if (order == 0)
            order = string.CompareOrdinal(Figures.Name, other.Figures.Name);
        return order != 0 ? order : string.CompareOrdinal(Figures.Hub.HubName, other.Figures.Hub.HubName);
    }
}
