using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>How close together the device's takeovers are, where the age of their sessions does not tell.</summary>
internal sealed class TakeoverPace() : Aspect(typeof(Sign), Situation.Takeover)
{
    private enum Sign
    {
        Alone,
        Within12s,
        Within1min,
        Within7min,
        Within25min,
        Apart,
        FightWithin12s,
        FightWithin1min,
        FightWithin7min,
        FightWithin25min,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        const int fight = 5;
        if (TakenAge.IsSteady(facts))
            return Unseen;
        var nearest = Takeovers.Nearest(facts.Device, facts.Index);
        var sign = nearest switch
        {
            <= 12 => Sign.Within12s,
            <= 60 => Sign.Within1min,
            <= Takeovers.FightSeconds => Sign.Within7min,
            <= 1500 => Sign.Within25min,
            _ => double.IsInfinity(nearest) ? Sign.Alone : Sign.Apart,
        };
        return sign is Sign.Alone or Sign.Apart || Takeovers.Nearby(facts.Device, facts.Index) < 4
            ? (int)sign
            : (int)sign + fight;
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var nearest = Takeovers.Nearest(facts.Device, facts.Index);
        return new(
            $"Takeover",
            double.IsInfinity(nearest)
                ? $"the only one"
                : Say($"the nearest other one {Sentence.Duration(nearest)} away"),
            $"again and again for two clients with one identity; once for a device that came back early"
        );
    }
}
