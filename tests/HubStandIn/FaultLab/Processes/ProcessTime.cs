using HubStandIn.Clocks;
using HubStandIn.Registry;

namespace HubStandIn.FaultLab.Processes;

/// <summary>
/// The time of the hub and of the processes. It leaps to the next timer of any of them while all is quiet, and creeps
/// while one is in the middle of something: a slow machine makes it slower, and changes nothing else.
/// </summary>
internal sealed class ProcessTime(StandInHub hub, SteppedClock clock, IReadOnlyCollection<LabProcess> processes)
{
    private static readonly TimeSpan Creep = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(1);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Goes on to the next thing that happens, at most until a time.</summary>
    public async Task StepAsync(DateTimeOffset until)
    {
        LabProcess[] awake = [.. processes.Where(process => process.IsAwake)];
        var next = IsQuiet(awake)
            ? awake
                .Select(process => process.NextDue)
                .Append(clock.NextDue)
                .OfType<DateTimeOffset>()
                .Append(until)
                .Min()
            : Now + Creep;
        clock.AdvanceTo(next < until ? next : until);
        await Task.Delay(Breath);
        await Task.WhenAll(awake.Select(process => process.AdvanceAsync(Now)));
    }

    /// <summary>Goes on until something is so.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await StepAsync(Now + Creep);
    }

    /// <summary>Nobody is busy, and each device and the hub agree on whether it is connected.</summary>
    private bool IsQuiet(LabProcess[] awake) =>
        !awake.Any(process => process.IsBusy)
        && awake
            .GroupBy(process => process.Identity)
            .All(group => Agree(group.Key, group.Count(process => process.IsConnected)));

    private bool Agree(HubIdentity identity, int connected) =>
        processes.Any(process => process.Identity == identity && process.IsFrozen)
        || connected == (hub.IsConnected(identity) ? 1 : 0);
}
