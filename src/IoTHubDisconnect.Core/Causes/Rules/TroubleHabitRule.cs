using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>A device that was cut off before has its usual trouble, and a device that boots takes the same time for it each time.</summary>
internal sealed class TroubleHabitRule : CauseRule
{
    private const double Weakness = 1.2;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsCutOff || !facts.Record.IsOffPattern)
            return false;
        var habits = facts.Device.Habits;
        var gap = facts.Record.ReturnGap;
        var alike = Alike(facts);
        if (habits.Count + habits.LoneTakeovers <= 1)
            return false;
        var isBoot = gap is { } lasted && habits.IsBoot(lasted);
        if (isBoot)
            weights.Add(CauseName.DeviceRestarted, 3.5);
        else if (gap is > TroubleHabits.QuickReturn and < 320)
        {
            var share = alike / (double)Math.Max(1, habits.Count + habits.LoneTakeovers - 1);
            weights.Add(
                CauseName.DeviceRestarted,
                alike == 0
                    ? habits.Middle >= 4
                        ? -2
                        : -0.7
                    : share >= 0.3
                        ? 0.7
                        : -0.3
            );
        }
        double quick = habits.Quick,
            away = habits.Long + habits.LoneTakeovers,
            boots = Math.Max(0, habits.Middle - away * 0.25);
        if (gap <= TroubleHabits.QuickReturn)
            quick--;
        else if (gap > TroubleHabits.LongReturn && !isBoot)
            away--;
        else if (gap is not null)
            boots = Math.Max(0, boots - 1);
        var all = quick + away + boots + 3 * Weakness;
        weights.Add(CauseName.ConnectionReset, Math.Log((quick + Weakness) / all * 3));
        weights.Add(CauseName.NetworkLost, Math.Log((away + Weakness) / all * 3));
        weights.Add(CauseName.DeviceRestarted, Math.Log((boots + Weakness) / all * 3));
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var habits = facts.Device.Habits;
        var value =
            $"{Counted.Of(habits.Quick, "quick return")}, {habits.Middle} within a boot's time, {habits.Long} late, {Counted.Of(habits.LoneTakeovers, "takeover")}";
        var alike = Alike(facts);
        return new(
            "Device's other drops",
            value,
            alike > 0 ? $"{alike} of them as long as this one" : "as this one",
            weight
        );
    }

    [MethodImpl(HotPath.Optimized)]
    private static int Alike(in DisconnectFacts facts) =>
        facts.Record.ReturnGap is { } gap && gap > TroubleHabits.QuickReturn ? facts.Device.Habits.LikeReturns(gap) : 0;
}
