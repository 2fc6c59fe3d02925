using System.Globalization;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect;

/// <summary>
/// A device that is away, that had trouble which somebody should look at, or that is away as planned.
/// </summary>
public sealed class DeviceAttention
{
    internal DeviceAttention(JudgedDevice judged, ReportLanguage language)
    {
        var device = judged.Figures;
        HubName = device.Hub.HubName;
        ResourceId = device.Hub.ResourceId;
        DeviceId = device.DeviceId;
        ModuleId = device.ModuleId;
        MaskedIpAddress = device.Site;
        State = judged.State;
        Reason = new([.. judged.Reasons]);
        Cause = device.MainTrouble;
        Area = device.Area;
        OpenDowntime = device.OpenDowntime;
        AwaySince = OpenDowntime is null ? null : new DateTimeOffset(device.Absence!.Since, TimeSpan.Zero);
        IsAwayLonger = OpenDowntime is not null && device.Absence!.IsLonger;
        TotalDowntime = device.TotalDowntime;
        CauseDowntime = device.MainDowntime;
        LostTime = device.Severity;
        Count = device.Count;
        ExpectedCount = device.ExpectedCount;
        PlannedCount = device.PlannedCount;
        Last = device.Last == 0 ? null : new DateTimeOffset(device.Last, TimeSpan.Zero);
        var solution = device.AdviceIn(language.Catalogue);
        Solution = solution.Solution;
        HelpUri = solution.HelpUri;
        WhoActs = solution.WhoActs;
        Confidence = Math.Round(device.Confidence, 3);
    }

    /// <summary>The hub's name as the log has it.</summary>
    public string HubName { get; }

    /// <summary>The hub's ARM resource id; empty where the log has none.</summary>
    public string ResourceId { get; }

    /// <summary>The device.</summary>
    public string DeviceId { get; }

    /// <summary>The module; null for the device itself.</summary>
    public string? ModuleId { get; }

    /// <summary>
    /// The address that it connected from last, its last part masked by the hub; null where the log does not tell.
    /// </summary>
    public string? MaskedIpAddress { get; }

    /// <summary>How it is at the end of the log, or of the time reported where that is sooner.</summary>
    public AttentionState State { get; }

    /// <summary>Why it needs attention; empty where it may be on its way back, or is away as planned.</summary>
    public TextList<AttentionReason> Reason { get; }

    /// <summary>What keeps it away, or what it needs attention for; else what cost it most time.</summary>
    public CauseName Cause { get; }

    /// <summary>Whose side the main trouble is on.</summary>
    public TroubleArea Area { get; }

    /// <summary>When it went, UTC; null where it is back, or in a pause as it usually makes.</summary>
    public DateTimeOffset? AwaySince { get; }

    /// <summary>
    /// How much of the time reported it has been away since <see cref="AwaySince"/>, and counting; null where that is.
    /// </summary>
    public TimeSpan? OpenDowntime { get; }

    /// <summary>
    /// It went before <see cref="AwaySince"/>, which is its first refusal since: the log does not have its going.
    /// </summary>
    public bool IsAwayLonger { get; }

    /// <summary>
    /// Its downtimes that are over, together, as far as they are in the time reported; null where it was not seen to
    /// come back even once.
    /// </summary>
    public TimeSpan? TotalDowntime { get; }

    /// <summary>What of <see cref="TotalDowntime"/> is that of <see cref="Cause"/>; null where nothing is.</summary>
    public TimeSpan? CauseDowntime { get; }

    /// <summary>
    /// The time lost to all that was not expected, of the time reported and so far as the log goes; each disconnect
    /// counts a minute at least, and time that two share counts once. Who is there comes in its order, the most first.
    /// </summary>
    public TimeSpan LostTime { get; }

    /// <summary>Disconnects in the time reported; 0 where it went before that, be it back since or not.</summary>
    public long Count { get; }

    /// <summary>Disconnects that belong to normal operation.</summary>
    public long ExpectedCount { get; }

    /// <summary>Disconnects that were not expected, but in a time that was planned.</summary>
    public long PlannedCount { get; }

    /// <summary>The last disconnect in the time reported, UTC; null where it had none.</summary>
    public DateTimeOffset? Last { get; }

    /// <summary>What to do: one step a line, the most likely first.</summary>
    public string Solution { get; }

    /// <summary>The page to read.</summary>
    public Uri HelpUri { get; }

    /// <summary>Who has to act first.</summary>
    public ResponsibleParty WhoActs { get; }

    /// <summary>
    /// How likely <see cref="Cause"/> is, 0 to 1: of what keeps the device away, or on average of the disconnects that
    /// it needs attention for.
    /// </summary>
    public double Confidence { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DeviceId} {State} {Cause}");
}
