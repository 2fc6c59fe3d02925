using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>Some clients close and come back with a new token before the old one expires, on a clock of their SDK's.</summary>
internal sealed class TokenRenewalRule : CauseRule
{
    private const double UsualLifetime = 3600;

    /// <summary>Devices that stay away between sessions connect by schedule, not by token.</summary>
    private const double LongAway = 60;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.Record.MayBeOrderly)
            return false;
        if (facts.HasNoTokenClock)
        {
            weights.Add(CauseName.SasTokenRenewed, -7);
            return true;
        }
        if (facts.Behaviour.NeverClosesToRenew || NormalOperation.IsOfLoop(facts.Device, facts.Index))
        {
            weights.Add(CauseName.SasTokenRenewed, -9);
            return true;
        }
        if (facts.Device.Renewals.MedianReturn is > LongAway and < double.PositiveInfinity)
        {
            weights.Add(CauseName.SasTokenRenewed, -5);
            return true;
        }
        weights.Add(
            CauseName.SasTokenRenewed,
            FitsClock(facts) ? 4.5
                : FitsOtherClock(facts) ? -6
                : HasClock(facts) ? -2
                : facts.Behaviour.ClientRenews ? 0
                : -1
        );
        if (facts.Behaviour.ClientRenews)
            weights.Add(CauseName.SasTokenRenewed, 1);
        if (facts.Behaviour.HubCloses)
            weights.Add(CauseName.SasTokenRenewed, -1.5);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        if (facts.HasNoTokenClock)
            return new(
                "Token",
                facts.Context.UsesCertificate ? "X.509 certificate" : "renewed in place over AMQP",
                "no token to reconnect for",
                weight
            );
        if (facts.Behaviour.NeverClosesToRenew)
            return new(
                "Renewal clock",
                "none",
                $"the {facts.Device.SdkOf(facts.Record).Name} SDK leaves it to the hub to end a token",
                weight
            );
        if (NormalOperation.IsOfLoop(facts.Device, facts.Index))
            return new(
                "Renewal clock",
                $"off it, {DurationText.Of(facts.Record.Age)} after the connect",
                "minutes at least, for a token",
                weight
            );
        var renewals = facts.Device.Renewals;
        if (renewals.MedianReturn is > LongAway and < double.PositiveInfinity)
            return new(
                "Usual time away",
                DurationText.Of(renewals.MedianReturn),
                "seconds, when a token is renewed",
                weight
            );
        var period = PeriodOf(facts);
        var sdk =
            facts.Behaviour.ClientRenews && facts.Device.SdkOf(facts.Record).Name is { } name
                ? $" for the {name} SDK"
                : "";
        var expected = period > 0 ? $"every {DurationText.Of(period)}{sdk}" : "a clock of the SDK's";
        return new(
            "Renewal clock",
            FitsClock(facts) ? $"on it, {DurationText.Of(facts.Record.Age)} after the connect" : "off it",
            expected,
            weight
        );
    }

    /// <summary>The device closes on a clock that is not its SDK's.</summary>
    private static bool FitsOtherClock(in DisconnectFacts facts) =>
        Repeats(facts) && !facts.Behaviour.MayRenewEvery(facts.Device.Renewals.Period);

    private static bool Repeats(in DisconnectFacts facts) =>
        facts.Record.Age is { } session && facts.Device.Renewals.FitsAge(session)
        || facts.Device.Renewals.FitsOwnGrid(facts.Record.Time);

    private static bool HasClock(in DisconnectFacts facts) =>
        PeriodOf(facts) > 0 && (facts.Record.Age is not null || facts.Device.Renewals.Count > 1);

    [MethodImpl(HotPath.Optimized)]
    private static double PeriodOf(in DisconnectFacts facts)
    {
        var behaviour = facts.Behaviour;
        if (facts.Options.TokenLifetime is { } known)
            return behaviour.RenewalPeriod(known.TotalSeconds);
        if (behaviour.MayRenewEvery(facts.Device.Renewals.Period))
            return facts.Device.Renewals.Period;
        return behaviour.ClientRenews ? behaviour.RenewalPeriod(UsualLifetime) : 0;
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool FitsClock(in DisconnectFacts facts)
    {
        var renewals = facts.Device.Renewals;
        if (Repeats(facts) && facts.Behaviour.MayRenewEvery(renewals.Period))
            return true;
        if (!facts.Behaviour.ClientRenews)
            return false;
        var period = PeriodOf(facts);
        if (facts.Record.Age is { } age && Math.Abs(age - period) <= 6)
            return true;
        return facts.Behaviour.Renewal == TokenRenewal.ClientOnTimer && renewals.FitsGrid(facts.Record.Time, period);
    }
}
