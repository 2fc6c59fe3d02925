namespace HubStandIn.Sessions;

/// <summary>Acts at a time that may move away until it comes.</summary>
internal sealed class Deadline : IDisposable
{
    /// <summary>Timers go no further than some seven weeks.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly TimeProvider clock;
    private readonly Func<DateTimeOffset> due;
    private readonly Action<DateTimeOffset> act;
    private readonly ITimer timer;

    public Deadline(TimeProvider clock, Func<DateTimeOffset> due, Action<DateTimeOffset> act)
    {
        (this.clock, this.due, this.act) = (clock, due, act);
        timer = clock.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm();
    }

    public void Dispose() => timer.Dispose();

    private void Check()
    {
        if (due() <= clock.GetUtcNow())
            act(due());
        else
            Arm();
    }

    private void Arm()
    {
        TimeSpan left = due() - clock.GetUtcNow();
        TimeSpan wait =
            left < TimeSpan.Zero ? TimeSpan.Zero
            : left > Longest ? Longest
            : left;
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
