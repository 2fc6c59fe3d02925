using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect;

/// <summary>What trouble costs a device, a site or a hub, and which costs it most.</summary>
internal sealed class TroubleTally
{
    /// <summary>A disconnect costs a minute at least, however soon the device is back.</summary>
    private const long Least = TimeSpan.TicksPerMinute;

    // In milliseconds, which hold whatever wrong times a log has.
    private readonly long[] _lost = new long[CauseNames.Count];
    private long _all;
    private CauseName? _away;

    /// <summary>The time lost to all of it.</summary>
    public TimeSpan Lost => SpanOf(_all);

    /// <summary>The time lost to a cause.</summary>
    public TimeSpan LostTo(CauseName cause) => SpanOf(_lost[(int)cause]);

    /// <param name="verdict">A disconnect that was not expected.</param>
    /// <param name="counted">The time that trouble of the same device has cost before.</param>
    public void Add(in Verdict verdict, ref AwayTime counted)
    {
        var from = LostTime.From(verdict);
        var lost = counted.Add(from, from + Math.Max(Least, LostTime.Of(verdict))) / TimeSpan.TicksPerMillisecond;
        _lost[(int)verdict.Trouble] += lost;
        _all += lost;
        if (LostTime.OpenOf(verdict) > 0)
            _away = verdict.Cause;
    }

    public void Add(TroubleTally other)
    {
        for (var i = 0; i < _lost.Length; i++)
            _lost[i] += other._lost[i];
        _all += other._all;
        _away ??= other._away;
    }

    /// <summary>
    /// What cost most time; of a lone device that is away, what keeps it away.
    /// </summary>
    public CauseName MainOf(int devices) =>
        devices == 1 && _away is { } cause ? cause : (CauseName)Array.IndexOf(_lost, _lost.Max());

    private static TimeSpan SpanOf(long milliseconds) =>
        TimeSum.Of((Int128)milliseconds * TimeSpan.TicksPerMillisecond);
}
