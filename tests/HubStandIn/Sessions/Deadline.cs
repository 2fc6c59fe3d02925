namespace HubStandIn.Sessions;

/// <summary>Acts at a time that may move away until it comes.</summary>
internal sealed class Deadline : IDisposable
{
    /// <summary>Timers go no further than some seven weeks.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly TimeProvider _clock;
    private readonly Func<DateTimeOffset> _due;
    private readonly Action<DateTimeOffset> _act;
    private readonly ITimer _timer;

    public Deadline(TimeProvider clock, Func<DateTimeOffset> due, Action<DateTimeOffset> act)
    {
        (_clock, _due, _act) = (clock, due, act);
        _timer = clock.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm();
    }

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        if (_due() <= _clock.GetUtcNow())
            _act(_due());
        else
            Arm();
    }

    private void Arm()
    {
        var left = _due() - _clock.GetUtcNow();
        var wait =
            left < TimeSpan.Zero ? TimeSpan.Zero
            : left > Longest ? Longest
            : left;
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
