using HubStandIn.Clocks;

namespace HubStandIn.FaultLab;

/// <summary>What is to happen, in order of time. The clock stops at each of the hub's own timers as well.</summary>
internal sealed class LabSchedule(SteppedClock clock)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _actions = new();
    private int _order;

    public DateTimeOffset Now => clock.GetUtcNow();

    public void In(TimeSpan wait, Func<Task> action) => _actions.Enqueue(action, (Now + wait, _order++));

    /// <summary>Goes on until a time. What the hub has done by itself is looked at after each step.</summary>
    public async Task RunAsync(DateTimeOffset until, Action look)
    {
        while (Now < until)
        {
            var next = _actions.TryPeek(out _, out var first) && first.At < until ? first.At : until;
            clock.AdvanceTo(clock.NextDue is { } due && due < next ? due : next);
            look();
            while (_actions.TryPeek(out var action, out var priority) && priority.At <= Now)
            {
                _actions.Dequeue();
                await action();
                look();
            }
        }
    }
}
