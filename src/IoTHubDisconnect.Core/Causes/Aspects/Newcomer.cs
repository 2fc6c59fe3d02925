using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Who took the session over: the same client from the same place, from elsewhere, or another.</summary>
internal sealed class Newcomer() : Aspect(typeof(Sign), Situation.Takeover)
{
    private enum Sign
    {
        SameClient,
        Moved,
        MovedToAndFro,
        MovedThereOrBack,
        OtherSoftware,
        OtherSoftwareToAndFro,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) => (int?)Of(facts) ?? Unseen;

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var next = facts.Device.NextContextOf(facts.Record);
        return new(
            $"Who came",
            Of(facts) switch
            {
                Sign.SameClient => facts.Context.MaskedIpAddress is { } address
                    ? $"a client like it, from {address}"
                    : Say($"a client like it, from an unknown address"),
                Sign.Moved => $"a client like it, from another address ({next?.MaskedIpAddress})",
                Sign.MovedToAndFro or Sign.MovedThereOrBack =>
                    $"a client at {next?.MaskedIpAddress}, by turns with this one",
                Sign.OtherSoftwareToAndFro =>
                    $"another client ({next?.Sdk.Name} {next?.Sdk.Version}), by turns with this one",
                _ => $"another client ({next?.Sdk.Name} {next?.Sdk.Version})",
            },
            $"another client, where two have one identity"
        );
    }

    /// <summary>One client, as far as the log tells, at one place.</summary>
    public static bool IsSameClient(in DisconnectFacts facts) => Of(facts) == Sign.SameClient;

    /// <summary>Two clients take turns.</summary>
    public static bool IsByTurns(in DisconnectFacts facts) =>
        Of(facts) is Sign.MovedToAndFro or Sign.OtherSoftwareToAndFro;

    private static Sign? Of(in DisconnectFacts facts)
    {
        var before = facts.Context;
        if (facts.Device.NextContextOf(facts.Record) is not { } after)
            return null;
        if (before.Sdk.Name is not null && after.Sdk.Name is not null && before.Sdk != after.Sdk)
            return TurnsOf(facts, after, bySoftware: true) == Turns.None
                ? Sign.OtherSoftware
                : Sign.OtherSoftwareToAndFro;
        if (before.Site == after.Site || before.Site < 0 || after.Site < 0)
            return Sign.SameClient;
        return TurnsOf(facts, after, bySoftware: false) switch
        {
            Turns.None => Sign.Moved,
            Turns.ThereOrBack => Sign.MovedThereOrBack,
            _ => Sign.MovedToAndFro,
        };
    }

    /// <summary>
    /// Each takeover is of the newcomer of the one before, and soon, several times on end, or the newcomer is cut and
    /// this one back at once: nobody changes so often.
    /// </summary>
    private static Turns TurnsOf(in DisconnectFacts facts, ConnectionContext newcomer, bool bySoftware)
    {
        const double atOnce = 150;
        var (before, soonest) = TurnsFrom(facts, newcomer, bySoftware, -1);
        var (after, next) = TurnsFrom(facts, newcomer, bySoftware, 1);
        return before + after > 1 && !facts.Hub.IsOfMovers
            || Math.Min(soonest, next) <= atOnce
            || IsCutAtOnce(facts, bySoftware)
                ? Turns.ToAndFro
            : before + after > 0 ? Turns.ThereOrBack
            : Turns.None;
    }

    /// <summary>So many turns follow, or precede, without another disconnect, and the nearest is so far.</summary>
    private static (int Count, double Nearest) TurnsFrom(
        in DisconnectFacts facts,
        ConnectionContext newcomer,
        bool bySoftware,
        int step
    )
    {
        const double soon = 1500;
        const int enough = 2;
        var records = facts.Device.Records;
        var (count, nearest, time) = (0, double.PositiveInfinity, facts.Record.Time);
        for (
            var i = facts.Index + step;
            count < enough && i >= 0 && i < records.Length && Takeovers.Is(records[i]);
            i += step
        )
        {
            var apart = Math.Abs(DisconnectRecord.Seconds(records[i].Time - time));
            var turn = count % 2 == 0 == step < 0 ? newcomer : facts.Context;
            // The one that was thrown off before this takeover, or that came at the one after it.
            var other = step < 0 ? facts.Device.ContextOf(records[i]) : facts.Device.NextContextOf(records[i]);
            if (apart > soon || other is { } known && !AreAlike(known, turn, bySoftware))
                break;
            nearest = Math.Min(nearest, apart);
            time = records[i].Time;
            count++;
        }
        return (count, nearest);
    }

    private static bool IsCutAtOnce(in DisconnectFacts facts, bool bySoftware)
    {
        const double atOnce = 300;
        var device = facts.Device;
        var next = facts.Index + 1;
        return next < device.Records.Length
            && !Takeovers.Is(device.Records[next])
            && DisconnectRecord.Seconds(device.Records[next].Time - facts.Record.Time) <= atOnce
            && device.NextContextOf(device.Records[next]) is { } back
            && AreAlike(back, facts.Context, bySoftware);
    }

    /// <summary>How two clients change places: again and again or at once, or one move and its return.</summary>
    private enum Turns
    {
        None,
        ThereOrBack,
        ToAndFro,
    }

    private static bool AreAlike(ConnectionContext one, ConnectionContext other, bool bySoftware) =>
        bySoftware ? one.Sdk == other.Sdk : one.Site == other.Site;
}
