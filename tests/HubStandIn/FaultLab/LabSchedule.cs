using HubStandIn.Clocks;

namespace HubStandIn.FaultLab;

/// <summary>What is to happen, in order of time. The clock stops at each of the hub's own timers as well.</summary>
internal sealed class LabSchedule(SteppedClock clock)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> actions = new();
    private int order;

    public DateTimeOffset Now => clock.GetUtcNow();

    public void In(TimeSpan wait, Func<Task> action) => actions.Enqueue(action, (Now + wait, order++));

    /// <summary>Goes on until a time. What the hub has done by itself is looked at after each step.</summary>
    public async Task RunAsync(DateTimeOffset until, Action look)
    {
        while (Now < until)
        {
            DateTimeOffset next =
                actions.TryPeek(out _, out (DateTimeOffset At, int Order) first) && first.At < until ? first.At : until;
            clock.AdvanceTo(clock.NextDue is { } due && due < next ? due : next);
            look();
            while (
                actions.TryPeek(out Func<Task>? action, out (DateTimeOffset At, int Order) priority)
                && priority.At <= Now
            )
            {
                actions.Dequeue();
                await action();
                look();
            }
        }
    }
}
