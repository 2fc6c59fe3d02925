using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// How long the device stays away after its orderly closes: whoever renews a token is back soon, whoever sleeps is not.
/// Where a clock tells why it closed, a slow return is another finding; and off its clock, or where it stays away far
/// longer than usual, the device's renewals tell nothing of this close.
/// </summary>
internal sealed class UsualAbsence() : Aspect(typeof(Sign), Situation.Orderly)
{
    private enum Sign
    {
        Within15s,
        Within1min,
        Within10min,
        Longer,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        var renewals = facts.Device.Renewals;
        return
            RenewalClock.ExplainsOrIsOff(facts)
            || RenewalClock.IsAmidFight(facts)
            || renewals.Count < 2
            || double.IsInfinity(renewals.MedianReturn)
            || IsFarLonger(facts, renewals.MedianReturn)
            ? Unseen
            : (int)(
                renewals.MedianReturn switch
                {
                    <= 15 => Sign.Within15s,
                    <= 60 => Sign.Within1min,
                    <= 600 => Sign.Within10min,
                    _ => Sign.Longer,
                }
            );
    }

    private static bool IsFarLonger(in DisconnectFacts facts, double usual)
    {
        const int times = 20;
        const double least = 600;
        var longer = Math.Max(least, times * usual);
        return facts.Record.ReturnGap is { } gap ? gap > longer : !facts.MissesReturn && facts.ToEndOfLog > longer;
    }

    public override EvidenceText Describe(in DisconnectFacts facts) =>
        new(
            $"Usual time away",
            $"{Sentence.Duration(facts.Device.Renewals.MedianReturn)}",
            $"seconds, when a token is renewed"
        );
}
