using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>How long one device was away; time that two disconnects share counts once.</summary>
internal sealed class DeviceDowntimes
{
    private readonly Int128[] _lost = new Int128[CauseNames.Count];
    private AwayTime _away,
        _missed,
        _counted;
    private long _returns;

    /// <summary>The time lost to trouble, where each disconnect counts a minute at least.</summary>
    public TroubleTally Trouble { get; } = new();

    /// <summary>Of all disconnects, in ticks.</summary>
    public Int128 Sum { get; private set; }

    /// <summary>Of all disconnects; null where the device was not seen to come back even once.</summary>
    public TimeSpan? Total => _returns == 0 ? null : TimeSum.Of(Sum);

    /// <summary>The downtime of trouble, in ticks.</summary>
    public Int128 OfTrouble => _lost.Aggregate(Int128.Zero, (sum, lost) => sum + lost);

    /// <summary>The downtime of one trouble; null where there was none.</summary>
    public TimeSpan? Of(CauseName trouble) => _lost[(int)trouble] is var lost && lost == 0 ? null : TimeSum.Of(lost);

    public void Add(in Verdict verdict)
    {
        var back = LostTime.Back(verdict);
        if (back == 0)
            return;
        _returns++;
        Sum += _away.Add(LostTime.From(verdict), back);
    }

    /// <summary>A disconnect that was not expected, nor planned.</summary>
    public void AddTrouble(in Verdict verdict)
    {
        Trouble.Add(verdict, ref _counted);
        if (LostTime.Back(verdict) != 0)
            _lost[(int)verdict.Trouble] += _missed.Add(LostTime.From(verdict), LostTime.End(verdict));
    }
}
