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
        Vast,
        Daily,
        MassWhileOpen,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (!facts.IsClosed || SessionAge.IsMadeTogether(facts) || CameTogether(facts))
            return Unseen;
        return (int)Of(facts);
    }

    /// <summary>Many places drop together, at the same time of other days: clocks at each of them do it.</summary>
    public static bool IsByTheClock(in DisconnectFacts facts) => Of(facts) == Sign.Daily;

    /// <summary>So many places drop together that what did it is not at any of them.</summary>
    public static bool IsOfManyPlaces(in DisconnectFacts facts) => Of(facts) is Sign.WideMass or Sign.Vast;

    /// <summary>
    /// A token's lifetime after it connected, as most of those that dropped with it: they came together, too.
    /// </summary>
    private static bool CameTogether(in DisconnectFacts facts)
    {
        const double most = 0.7;
        return facts.Situation == Situation.Cut
            && facts.AgeSign.IsLifetime()
            && facts.Record.Age is { } age
            && Others(facts).Drops is > 2 and var drops
            && facts.Hub.Ages.Count(age) >= most * drops;
    }

    private static Sign Of(in DisconnectFacts facts)
    {
        var sign = Of(facts.Hub, Others(facts).Places);
        return sign < Sign.Mass ? sign
            : sign > Sign.Mass && IsDaily(facts) ? Sign.Daily
            : IsOpen(facts) ? Sign.MassWhileOpen
            : sign;
    }

    /// <summary>
    /// The device is away for long, and the hub lets others in meanwhile, minute after minute: who fell out with it
    /// would be back, too.
    /// </summary>
    private static bool IsOpen(in DisconnectFacts facts)
    {
        const int settles = 3,
            least = 8,
            most = 60,
            enough = 3,
            share = 5;
        var end = facts.Record.AttemptAt != 0 ? facts.Record.AttemptAt : facts.Hub.LastRow.UtcTicks;
        var first = HubMinutes.MinuteOf(facts.Record.Time) + settles;
        var last = Math.Min(HubMinutes.MinuteOf(end) - settles, first + most);
        return last - first >= least
            && facts.Hub.Minutes.LetIn.Count(first, last) >= Math.Max(enough, (last - first) / share);
    }

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
            (Sign)SignOf(facts) switch
            {
                Sign.Daily => $"as many at this time of other days: a hub keeps no hours",
                Sign.MassWhileOpen => $"back within minutes: the hub lets others in meanwhile",
                _ => $"{facts.Hub.UsualDrops:0.0} drops in three minutes",
            }
        );
    }

    /// <summary>As many drop at this time a day before or after: a hub keeps no hours.</summary>
    private static bool IsDaily(in DisconnectFacts facts) =>
        IsMass(facts.Hub, facts.Record.Time - TimeSpan.TicksPerDay)
        || IsMass(facts.Hub, facts.Record.Time + TimeSpan.TicksPerDay);

    private static bool IsMass(HubActivity hub, long ticks) => Of(hub, hub.Minutes.Around(ticks).Places) >= Sign.Mass;

    /// <summary>How unlikely so many places are by chance, in nats.</summary>
    [MethodImpl(HotPath.Causes)]
    private static Sign Of(HubActivity hub, int places)
    {
        return Surprise.Of(places, Math.Max(0.3, hub.UsualDrops)) switch
        {
            < 1.5 => Sign.AsUsual,
            < 4.5 => Sign.More,
            < 9 => Sign.ManyMore,
            < 20 => Sign.Mass,
            < 100 => Sign.WideMass,
            _ => Sign.Vast,
        };
    }

    /// <summary>The surroundings without this device's own drop.</summary>
    [MethodImpl(HotPath.Causes)]
    private static ActivityMinute Others(in DisconnectFacts facts)
    {
        var around = facts.Hub.Minutes.Around(facts.Record.Time);
        if (facts.Record.IsOffPattern)
            (around.Drops, around.Places) = (Math.Max(0, around.Drops - 1), Math.Max(0, around.Places - 1));
        return around;
    }
}
