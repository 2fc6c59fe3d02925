using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>What one device's disconnects come to.</summary>
internal sealed class DeviceFigures(HubActivity hub, string deviceId, string? moduleId, PlannedTimes planned)
{
    private readonly TroubleTally _trouble = new();
    private readonly List<DeviceMark> _marks = [];
    private int _lasting,
        _drops;
    private long _returns,
        _backAt;

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
    public TimeSpan? OpenDowntime => Absence is { IsExpected: false } absence ? absence.Open : null;

    /// <summary>Its disconnects.</summary>
    public IReadOnlyList<DeviceMark> Marks => _marks;

    /// <summary>Null where it is back.</summary>
    public Absence? Absence { get; private set; }

    /// <summary>The last disconnect, UTC ticks; 0 where it had none in the time.</summary>
    public long Last { get; private set; }

    /// <summary>The trouble that cost most time; of a device that is away, what keeps it away.</summary>
    public CauseName MainTrouble => Absence is { IsExpected: false } absence ? absence.Cause : _trouble.MainOf(1);

    /// <summary>How far its main trouble reaches.</summary>
    public DisconnectScope Scope =>
        Absence is { IsExpected: false } absence
            ? absence.Scope
            : Marks.Where(m => m.Cause == MainTrouble && !m.IsExpected).GroupBy(m => m.Scope).MaxBy(g => g.Count())?.Key
                ?? DisconnectScope.Device;

    /// <summary>When it went, UTC ticks; of a device that is there, when its main trouble was met last.</summary>
    public long TroubleAt =>
        Absence is { IsExpected: false } absence
            ? absence.Since
            : Marks.Where(m => m.Cause == MainTrouble && !m.IsExpected).Select(m => m.Ticks).DefaultIfEmpty(Last).Max();

    public TroubleArea Area => TroubleAreas.Of(MainTrouble, Scope, isExpected: false);

    /// <summary>The time lost to trouble, in milliseconds; each disconnect counts a minute at least.</summary>
    public long Severity => _trouble.Lost;

    /// <summary>The downtime of trouble, in ticks; time that two disconnects share counts once.</summary>
    public Int128 Lost { get; private set; }

    /// <summary>It is away, was not meant to be, and has been for long enough to be missed.</summary>
    public bool IsAway => Absence is { IsExpected: false, IsPlanned: false, IsYoung: false };

    /// <summary>Null for a device that nobody needs to know of.</summary>
    public AttentionState? StateOf(int leastDrops) =>
        IsAway ? AttentionState.Away
        : Absence is { IsExpected: false, IsPlanned: false } ? AttentionState.MayReturn
        : ReasonsOf(leastDrops).Any() ? AttentionState.Troubled
        : Absence is { IsPlanned: true } || PlannedCount > 0 ? AttentionState.Planned
        : null;

    public IEnumerable<AttentionReason> ReasonsOf(int leastDrops)
    {
        if (IsAway)
            yield return AttentionReason.Away;
        if (_lasting >= AttentionRule.LeastLasting)
            yield return AttentionReason.LastingTrouble;
        if (_drops >= leastDrops)
            yield return AttentionReason.RepeatedDrops;
    }

    /// <summary>Takes what its last disconnect, which may be before the time reported, tells of where it is.</summary>
    public void TakeAbsence(in Verdict verdict)
    {
        Know(verdict);
        Absence = Absence.Of(verdict, Device, planned) ?? Absence;
    }

    public void Add(in Verdict verdict)
    {
        Know(verdict);
        ref readonly var record = ref verdict.Facts.Record;
        Count++;
        _marks.Add(new(record.Time, verdict.Cause, verdict.IsExpected, verdict.Confidence, verdict.Scope));
        Last = Math.Max(Last, record.Time);
        if (record.ReconnectedAt != 0)
            _returns++;
        if (record.ReconnectedAt != 0 && !record.FollowsClosed)
            Downtime += record.ReconnectedAt - record.Time;
        if (verdict.IsExpected)
            ExpectedCount++;
        else
            AddTrouble(verdict);
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

    private void AddTrouble(in Verdict verdict)
    {
        ref readonly var record = ref verdict.Facts.Record;
        if (planned.Include(Device, record.Time))
        {
            PlannedCount++;
            return;
        }
        _trouble.Add(verdict);
        Lost += Math.Max(0, record.ReconnectedAt - Math.Max(record.Time, _backAt));
        _backAt = Math.Max(_backAt, record.ReconnectedAt);
        if (record.FollowsClosed)
            return;
        if (AttentionRule.IsLasting(verdict.Cause))
            _lasting++;
        if (AttentionRule.IsDrop(verdict.Cause) && verdict.Scope != DisconnectScope.Site)
            _drops++;
    }
}
