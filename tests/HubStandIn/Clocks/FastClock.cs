namespace HubStandIn.Clocks;

/// <summary>
/// A clock that runs some times as fast as the machine's, timers included: at 60, an hour's token lives a minute.
/// </summary>
/// <param name="speed">How many of its seconds pass in one of the machine's.</param>
/// <param name="start">UTC; where it begins. Null means now.</param>
public sealed class FastClock(double speed, DateTimeOffset? start = null) : TimeProvider
{
    private readonly DateTimeOffset _start = start ?? DateTimeOffset.UtcNow;
    private readonly long _began = System.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_began) * speed);

    /// <inheritdoc/>
    public override long GetTimestamp() => (System.GetElapsedTime(_began) * speed).Ticks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    /// <summary>How long the span takes on the machine's clock.</summary>
    public TimeSpan Real(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / speed;

    private sealed class FastTimer(ITimer timer, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
