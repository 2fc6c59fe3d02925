using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>What one device's disconnects come to.</summary>
internal sealed class DeviceFigures(HubActivity hub, string deviceId, string? moduleId)
{
    private readonly int[] _troubles = new int[CauseNames.Count];
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

    public long Count { get; private set; }

    public long ExpectedCount { get; private set; }

    public Int128 Downtime { get; private set; }

    /// <summary>Null where it was not seen to come back even once.</summary>
    public TimeSpan? TotalDowntime => _returns == 0 ? null : TimeSum.Of(Downtime);

    /// <summary>Its disconnects.</summary>
    public IReadOnlyList<DeviceMark> Marks => _marks;

    /// <summary>When it went away for good, as far as the log shows, UTC ticks; 0 where it is back.</summary>
    public long AwaySince { get; private set; }

    public long Last { get; private set; }

    /// <summary>The trouble that it has most.</summary>
    public CauseName MainTrouble => (CauseName)Array.IndexOf(_troubles, _troubles.Max());

    /// <summary>
    /// The time lost to trouble, in ticks; each disconnect counts a minute at least, and one away until the end of the
    /// log.
    /// </summary>
    public Int128 Severity { get; private set; }

    /// <summary>The downtime of trouble, in ticks; time that two disconnects share counts once.</summary>
    public Int128 Lost { get; private set; }

    public bool NeedsAttention(int leastDrops) =>
        AwaySince != 0 || _lasting >= AttentionRule.LeastLasting || _drops >= leastDrops;

    public void Add(in Verdict verdict, bool isOfSite)
    {
        var (device, hub, cause) = (verdict.Facts.Device, verdict.Facts.Hub, verdict.Cause);
        ref readonly var record = ref verdict.Facts.Record;
        Profile = device;
        Options = verdict.Facts.Options;
        Count++;
        _marks.Add(new(record.Time, cause, verdict.IsExpected, verdict.Confidence, verdict.Scope));
        Last = Math.Max(Last, record.Time);
        if (record.ReconnectedAt != 0)
            _returns++;
        if (record.ReconnectedAt != 0 && !record.FollowsClosed)
            Downtime += record.ReconnectedAt - record.Time;
        if (record.Time > AwaySince)
            AwaySince = 0;
        if (verdict.IsExpected)
        {
            ExpectedCount++;
            return;
        }
        _troubles[(int)cause]++;
        var since = device.AwaySince(verdict.Facts.Index, hub);
        var isAway = since != 0 && hub.LastRow.UtcTicks - since > AttentionRule.Patience.Ticks;
        if (isAway)
            AwaySince = since;
        Lost += Math.Max(0, record.ReconnectedAt - Math.Max(record.Time, _backAt));
        _backAt = Math.Max(_backAt, record.ReconnectedAt);
        if (record.FollowsClosed)
            return;
        if (AttentionRule.IsLasting(cause))
            _lasting++;
        if (AttentionRule.IsDrop(cause) && !isOfSite)
            _drops++;
        var lost =
            record.ReconnectedAt != 0 ? record.ReconnectedAt - record.Time
            : isAway ? hub.LastRow.UtcTicks - record.Time
            : 0;
        Severity += Math.Max(lost, TimeSpan.TicksPerMinute);
    }
}
