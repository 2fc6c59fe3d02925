using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Reports;

/// <summary>What one device's disconnects come to.</summary>
internal sealed class DeviceFigures(HubActivity hub, string deviceId, string? moduleId, PlannedTimes planned)
{
    private readonly TroubleTally _trouble = new();
    private readonly List<DeviceMark> _marks = [];
    private readonly int[] _calls = new int[CauseNames.Count];
    private readonly Int128[] _lost = new Int128[CauseNames.Count];
    private AwayTime _away,
        _missed,
        _counted;
    private long _returns;

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

    public Int128 Downtime { get; private set; }

    /// <summary>Null where it was not seen to come back even once.</summary>
    public TimeSpan? TotalDowntime => _returns == 0 ? null : TimeSum.Of(Downtime);

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
    /// What keeps it away; of a device that is there, what calls for attention, and met it again and cost most time.
    /// Where nothing calls for it, the trouble that cost most time.
    /// </summary>
    public CauseName MainTrouble =>
        MainAbsence is { } absence ? absence.Cause
        : Calling is { Length: > 0 } calling
            ? calling.OrderByDescending(c => _calls[(int)c] > 1).ThenByDescending(_trouble.LostTo).First()
        : _trouble.MainOf(1);

    /// <summary>The disconnects of its main trouble.</summary>
    public IReadOnlyList<DeviceMark> MainMarks
    {
        get
        {
            var (main, calls) = (MainTrouble, MainAbsence is null && Calling.Length > 0);
            return _marks.FindAll(m => calls ? m.Calls == main : m.Cause == main && !m.IsExpected);
        }
    }

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

    /// <summary>
    /// The time lost to trouble; each disconnect counts a minute at least, and time that two share counts once.
    /// </summary>
    public TimeSpan Severity => _trouble.Lost;

    /// <summary>The downtime of trouble, in ticks; time that two disconnects share counts once.</summary>
    public Int128 Lost => _lost.Aggregate(Int128.Zero, (sum, lost) => sum + lost);

    /// <summary>What of it was lost to the main trouble; null where nothing was.</summary>
    public TimeSpan? MainDowntime => _lost[(int)MainTrouble] is var lost && lost == 0 ? null : TimeSum.Of(lost);

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
        AddDowntime(verdict);
        if (!verdict.IsExpected && !planned.Include(Device, verdict.Facts.Record.Time))
            AddLost(verdict);
    }

    public void Add(in Verdict verdict)
    {
        Know(verdict);
        Count++;
        Last = Math.Max(Last, verdict.Facts.Record.Time);
        AddDowntime(verdict);
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
        Absence is { IsExpected: false } absence && (!absence.IsPlanned || Calling.Length == 0) ? absence : null;

    /// <summary>The causes of what calls for attention, beside its being away.</summary>
    private CauseName[] Calling
    {
        get
        {
            var (lasting, drops) = (HasLasting, HasDrops);
            return Array.FindAll(
                Enum.GetValues<CauseName>(),
                c => _calls[(int)c] > 0 && (lasting && AttentionRule.IsLasting(c) || drops && AttentionRule.IsDrop(c))
            );
        }
    }

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
        AddLost(verdict);
        var trouble = verdict.Trouble;
        if (
            record.FollowsClosed
            || !AttentionRule.IsLasting(trouble)
                && (!AttentionRule.IsDrop(trouble) || verdict.Scope == DisconnectScope.Site)
        )
            return null;
        _calls[(int)trouble]++;
        return trouble;
    }

    private void AddDowntime(in Verdict verdict)
    {
        var back = LostTime.Back(verdict);
        if (back == 0)
            return;
        _returns++;
        Downtime += _away.Add(LostTime.From(verdict), back);
    }

    private void AddLost(in Verdict verdict)
    {
        _trouble.Add(verdict, ref _counted);
        if (LostTime.Back(verdict) != 0)
            _lost[(int)verdict.Trouble] += _missed.Add(LostTime.From(verdict), LostTime.End(verdict));
    }

    private int CallsOf(Func<CauseName, bool> isOne) => _calls.Where((_, cause) => isOne((CauseName)cause)).Sum();
}
