using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Reports;

/// <summary>What one device's disconnects come to.</summary>
internal sealed class DeviceFigures(HubActivity hub, string deviceId, string? moduleId, PlannedTimes planned)
{
    private readonly DeviceDowntimes _times = new();
    private readonly List<DeviceMark> _marks = [];
    private readonly int[] _calls = new int[CauseNames.Count];

    public HubActivity Hub { get; } = hub;

    public string DeviceId { get; } = deviceId;

    public string? ModuleId { get; } = moduleId;

    public string Name => ModuleId is null ? DeviceId : $"{DeviceId}/{ModuleId}";

    /// <summary>Its history; null where it was let go of, for others are worse.</summary>
    public DeviceProfile? Profile { get; set; }

    public ResolveOptions Options { get; private set; } = ResolveOptions.None;

    /// <summary>The masked address that it connected from last; null where the log does not tell.</summary>
    public string? Site { get; private set; }

    /// <summary>How it signs in, as its last disconnect tells; null where the log does not.</summary>
    public string? Authentication { get; private set; }

    public long Count { get; private set; }

    public long ExpectedCount { get; private set; }

    /// <summary>Disconnects that were not expected, but in a time that was planned.</summary>
    public long PlannedCount { get; private set; }

    /// <inheritdoc cref="DeviceDowntimes.Sum"/>
    public Int128 Downtime => _times.Sum;

    /// <inheritdoc cref="DeviceDowntimes.Total"/>
    public TimeSpan? TotalDowntime => _times.Total;

    /// <summary>How long it has been away, where that is trouble; else null.</summary>
    public TimeSpan? OpenDowntime => Absence is { IsExpected: false } absence ? absence.Time : null;

    public IReadOnlyList<DeviceMark> Marks => _marks;

    /// <summary>Null where it is back.</summary>
    public Absence? Absence { get; private set; }

    /// <summary>That from which it came back, where it was away when the time began; else null.</summary>
    public Absence? Before { get; private set; }

    /// <summary>The last disconnect, UTC ticks; 0 where it had none in the time.</summary>
    public long Last { get; private set; }

    /// <summary>So many lost connections of its own call for attention.</summary>
    public int LeastDrops { get; set; } = AttentionRule.LeastDrops;

    /// <summary>
    /// What keeps it away; of a device that is there or may return, what calls for attention, and met it again and
    /// cost most time. Where nothing calls for it, the trouble that cost most time.
    /// </summary>
    public CauseName MainTrouble =>
        MainAbsence is { } absence ? absence.Cause
        : Calling is { Length: > 0 } calling
            ? calling.OrderByDescending(c => _calls[(int)c] > 1).ThenByDescending(_times.Trouble.LostTo).First()
        : _times.Trouble.MainOf(1);

    /// <summary>How likely its main trouble is; on average, where it met the device again.</summary>
    public double Confidence =>
        MainAbsence?.Confidence
        ?? MainMarks.Select(m => m.Confidence).DefaultIfEmpty(Before?.Confidence ?? 0).Average();

    /// <summary>The time lost to the main trouble.</summary>
    public TimeSpan MainLost =>
        MainAbsence is { } absence && absence.Time > _times.Trouble.LostTo(absence.Cause)
            ? absence.Time
            : _times.Trouble.LostTo(MainTrouble);

    /// <summary>The disconnects of its main trouble.</summary>
    public IReadOnlyList<DeviceMark> MainMarks => MarksOf(MainTrouble, MainAbsence is null && Calling.Length > 0);

    /// <summary>How far its main trouble reaches.</summary>
    public DisconnectScope Scope =>
        MainAbsence?.Scope
        ?? MainMarks.GroupBy(m => m.Scope).MaxBy(g => g.Count())?.Key
        ?? Before?.Scope
        ?? DisconnectScope.Device;

    /// <summary>When it went, UTC ticks; of a device that is there, when its main trouble was met last.</summary>
    public long TroubleAt =>
        MainAbsence?.Since
        ?? MainMarks.Select(m => m.Ticks).DefaultIfEmpty(Last == 0 ? Before?.Since ?? 0 : Last).Max();

    public TroubleArea Area => TroubleAreas.Of(MainTrouble, Scope, isExpected: false);

    /// <summary>What to do about its main trouble.</summary>
    public DisconnectSolution AdviceIn(DisconnectCatalogue catalogue) =>
        catalogue.Find(
            MainTrouble,
            MainAbsence is { IsSilent: true } ? Circumstance.Silent
                : ExpectedCauses.Include(MainTrouble) ? Circumstance.Overdue
                : Circumstance.None
        );

    /// <inheritdoc cref="TroubleTally.Lost"/>
    public TimeSpan Severity => _times.Trouble.Lost;

    /// <inheritdoc cref="DeviceDowntimes.OfTrouble"/>
    public Int128 Lost => _times.OfTrouble;

    /// <summary>What of it was lost to the main trouble; null where nothing was.</summary>
    public TimeSpan? MainDowntime => _times.Of(MainTrouble);

    /// <summary>It is away, was not meant to be, and has been for long enough to be missed.</summary>
    public bool IsAway => Absence is { IsMissed: true };

    /// <summary>It was away when the time began, was not meant to be for so long, and came back in it.</summary>
    public bool WasAway => Before is { IsMissed: true };

    /// <summary>Null for a device that nobody needs to know of.</summary>
    public AttentionState? State =>
        IsAway ? AttentionState.Away
        : Absence is { IsExpected: false, IsPlanned: false } ? AttentionState.MayReturn
        : Reasons.Any() ? AttentionState.Troubled
        : Absence is { IsPlanned: true } || PlannedCount > 0 ? AttentionState.Planned
        : null;

    /// <summary>Why it needs attention.</summary>
    public IEnumerable<AttentionReason> Reasons
    {
        get
        {
            if (IsAway)
                yield return AttentionReason.Away;
            if (HasLasting)
                yield return AttentionReason.LastingTrouble;
            if (HasDrops)
                yield return AttentionReason.RepeatedDrops;
            if (WasAway)
                yield return AttentionReason.AwayBefore;
        }
    }

    /// <summary>Takes what its last disconnect, which may be before the time reported, tells of where it is.</summary>
    public void TakeAbsence(in Verdict verdict)
    {
        Know(verdict);
        Absence = Absence.Of(verdict, Device, planned) ?? Absence;
    }

    /// <summary>Takes the disconnect that it was still away by when the time began.</summary>
    public void AddAway(in Verdict verdict)
    {
        Know(verdict);
        Before = Absence.Before(verdict, Device, planned);
        _times.Add(verdict);
        if (!verdict.IsExpected && !planned.Include(Device, verdict.Facts.Record.Time))
            _times.AddTrouble(verdict);
    }

    public void Add(in Verdict verdict)
    {
        Know(verdict);
        Count++;
        Last = Math.Max(Last, verdict.Facts.Record.Time);
        _times.Add(verdict);
        if (verdict.IsExpected)
            ExpectedCount++;
        var calls = verdict.IsExpected ? null : AddTrouble(verdict);
        _marks.Add(
            new(verdict.Facts.Record.Time, verdict.Cause, verdict.IsExpected, verdict.Confidence, verdict.Scope, calls)
        );
    }

    private bool HasLasting => CallsOf(AttentionRule.IsLasting) >= AttentionRule.LeastLasting;

    private bool HasDrops => CallsOf(AttentionRule.IsDrop) >= LeastDrops;

    /// <summary>The absence that is its main trouble; null where another one is.</summary>
    private Absence? MainAbsence =>
        Absence is { IsExpected: false } absence && (Calling.Length == 0 || IsAway && !IsOutweighed(absence))
            ? absence
            : null;

    /// <summary>The causes of what calls for attention, beside its being away.</summary>
    private CauseName[] Calling => CausesOf(HasLasting, HasDrops);

    private CauseName[] CausesOf(bool lasting, bool drops) =>
        Array.FindAll(
            Enum.GetValues<CauseName>(),
            c => _calls[(int)c] > 0 && (lasting && AttentionRule.IsLasting(c) || drops && AttentionRule.IsDrop(c))
        );

    private List<DeviceMark> MarksOf(CauseName main, bool calls) =>
        _marks.FindAll(m => calls ? m.Calls == main : m.Cause == main && !m.IsExpected);

    private DisconnectedDevice Device => new(Hub.HubName, DeviceId, Site);

    private void Know(in Verdict verdict)
    {
        Profile = verdict.Facts.Device;
        Options = verdict.Facts.Options;
        if (verdict.Facts.Record.Time < Last)
            return;
        Site = verdict.Facts.Context.MaskedIpAddress ?? Site;
        Authentication = verdict.Facts.Context.AuthenticationType ?? Authentication;
    }

    /// <summary>Tells what it may call for attention to; null where it does not.</summary>
    private CauseName? AddTrouble(in Verdict verdict)
    {
        ref readonly var record = ref verdict.Facts.Record;
        if (planned.Include(Device, record.Time))
        {
            PlannedCount++;
            return null;
        }
        _times.AddTrouble(verdict);
        var trouble = verdict.Trouble;
        if (record.FollowsClosed || !AttentionRule.Includes(trouble, verdict.Scope))
            return null;
        _calls[(int)trouble]++;
        return trouble;
    }

    /// <summary>A guess at what keeps it away does not stand before what cost it more, and is surer.</summary>
    private bool IsOutweighed(Absence absence) =>
        absence.Confidence < AttentionRule.LeastSure
        && Array.Exists(
            Calling,
            c =>
                _times.Trouble.LostTo(c) > absence.Time
                && _marks.Where(m => m.Calls == c).Average(m => m.Confidence) >= AttentionRule.LeastSure
        );

    private int CallsOf(Func<CauseName, bool> isOne) => _calls.Where((_, cause) => isOne((CauseName)cause)).Sum();
}
