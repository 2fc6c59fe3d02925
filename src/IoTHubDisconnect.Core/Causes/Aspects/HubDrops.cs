using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// At how many other places devices dropped in these minutes. Those of one place, however many, are that place's.
/// </summary>
internal sealed class HubDrops() : Aspect(typeof(Sign), Situation.Cut, Situation.Named)
{
    private enum Sign
    {
        AsUsual,
        More,
        ManyMore,
        Mass,
        WideMass,
    }

    [MethodImpl(HotPath.Optimized)]
    public override int SignOf(in DisconnectFacts facts) =>
        facts.IsClosed ? (int)Of(facts.Hub, Others(facts).Places) : Unseen;

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var around = Others(facts);
        return new(
            $"Hub in these minutes",
            around.Drops == 0
                ? $"quiet"
                : Say(
                    $"others that dropped: {around.Drops}, at {around.Places:N0} other "
                        + $"place{Counted.S(around.Places)}"
                ),
            $"{facts.Hub.UsualDrops:0.0} drops in three minutes"
        );
    }

    /// <summary>How unlikely so many places are by chance, in nats.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static Sign Of(HubActivity hub, int places)
    {
        var usual = Math.Max(0.3, hub.UsualDrops);
        var surprise = places <= usual ? 0 : places * Math.Log(places / usual) - (places - usual);
        return surprise switch
        {
            < 1.5 => Sign.AsUsual,
            < 4.5 => Sign.More,
            < 9 => Sign.ManyMore,
            < 20 => Sign.Mass,
            _ => Sign.WideMass,
        };
    }

    /// <summary>The surroundings without this device's own drop.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static ActivityMinute Others(in DisconnectFacts facts)
    {
        var around = facts.Hub.Minutes.Around(facts.Record.Time);
        if (facts.Record.IsOffPattern)
            (around.Drops, around.Places) = (Math.Max(0, around.Drops - 1), Math.Max(0, around.Places - 1));
        return around;
    }
}
