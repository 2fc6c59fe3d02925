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
        OtherSoftware,
        OtherSoftwareToAndFro,
    }

    [MethodImpl(HotPath.Optimized)]
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
                Sign.MovedToAndFro => $"a client at {next?.MaskedIpAddress}, by turns with this one",
                Sign.OtherSoftwareToAndFro =>
                    $"another client ({next?.Sdk.Name} {next?.Sdk.Version}), by turns with this one",
                _ => $"another client ({next?.Sdk.Name} {next?.Sdk.Version})",
            },
            $"another client, where two have one identity"
        );
    }

    /// <summary>One client, as far as the log tells, at one place.</summary>
    public static bool IsSameClient(in DisconnectFacts facts) => Of(facts) == Sign.SameClient;

    private static Sign? Of(in DisconnectFacts facts)
    {
        var before = facts.Context;
        if (facts.Device.NextContextOf(facts.Record) is not { } after)
            return null;
        if (before.Sdk.Name is not null && after.Sdk.Name is not null && before.Sdk != after.Sdk)
            return IsToAndFro(facts, after, bySoftware: true) ? Sign.OtherSoftwareToAndFro : Sign.OtherSoftware;
        if (before.Site == after.Site || before.Site < 0 || after.Site < 0)
            return Sign.SameClient;
        return IsToAndFro(facts, after, bySoftware: false) ? Sign.MovedToAndFro : Sign.Moved;
    }

    /// <summary>
    /// The takeover before or after this one is of the newcomer's own session, and soon, or the newcomer is cut and
    /// this one back at once: nobody changes so often.
    /// </summary>
    private static bool IsToAndFro(in DisconnectFacts facts, ConnectionContext newcomer, bool bySoftware)
    {
        const double soon = 1500,
            atOnce = 300;
        var device = facts.Device;
        foreach (var other in (ReadOnlySpan<int>)[facts.Index - 1, facts.Index + 1])
        {
            if (other < 0 || other >= device.Records.Length)
                continue;
            var apart = Math.Abs(DisconnectRecord.Seconds(device.Records[other].Time - facts.Record.Time));
            if (Takeovers.Is(device.Records[other]))
            {
                if (apart <= soon && AreAlike(device.ContextOf(device.Records[other]), newcomer, bySoftware))
                    return true;
            }
            else if (other > facts.Index && apart <= atOnce)
            {
                if (
                    device.NextContextOf(device.Records[other]) is { } back
                    && AreAlike(back, facts.Context, bySoftware)
                )
                    return true;
            }
        }
        return false;
    }

    private static bool AreAlike(ConnectionContext one, ConnectionContext other, bool bySoftware) =>
        bySoftware ? one.Sdk == other.Sdk : one.Site == other.Site;
}
