using System.Runtime.CompilerServices;
using IoTHubDisconnect.Sdks;

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
        if (!facts.Record.MayBeOrderly) return false;
        if (facts.HasNoTokenClock)
        {
            weights.Add(CauseName.SasTokenRenewed, -7);
            return true;
        }
        if (facts.Device.Renewals.MedianReturn is > LongAway and < double.PositiveInfinity)
        {
            weights.Add(CauseName.SasTokenRenewed, -5);
            return true;
        }
        weights.Add(CauseName.SasTokenRenewed, FitsClock(facts) ? 4.5 : HasClock(facts) ? -2 : 0);
        if (facts.Device.Behaviour.ClientRenews) weights.Add(CauseName.SasTokenRenewed, 1);
        if (facts.Device.Behaviour.HubCloses) weights.Add(CauseName.SasTokenRenewed, -1.5);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        if (facts.HasNoTokenClock)
            return new("Token", facts.Context.UsesCertificate ? "X.509 certificate" : "renewed in place over AMQP", "no token to reconnect for", weight);
        var renewals = facts.Device.Renewals;
        if (renewals.MedianReturn is > LongAway and < double.PositiveInfinity)
            return new("Usual time away", DurationText.Of(renewals.MedianReturn), "seconds, when a token is renewed", weight);
        var period = PeriodOf(facts);
        var sdk = facts.Device.Sdk.Name is { } name ? $" for the {name} SDK" : "";
        var expected = period > 0 ? $"every {DurationText.Of(period)}{sdk}" : "a clock of the SDK's";
        return new("Renewal clock", FitsClock(facts) ? $"on it, {DurationText.Of(facts.Record.Age)} after the connect" : "off it", expected, weight);
    }

    private static bool HasClock(in DisconnectFacts facts) => PeriodOf(facts) > 0 && (facts.Record.Age is not null || facts.Device.Renewals.Count > 1);

    [MethodImpl(HotPath.Optimized)]
    private static double PeriodOf(in DisconnectFacts facts)
    {
        var behaviour = facts.Device.Behaviour;
        if (facts.Options.TokenLifetime is { } known) return behaviour.RenewalPeriod(known.TotalSeconds);
        if (facts.Device.Renewals.Period > 0) return facts.Device.Renewals.Period;
        return behaviour.ClientRenews ? behaviour.RenewalPeriod(UsualLifetime) : 0;
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool FitsClock(in DisconnectFacts facts)
    {
        var renewals = facts.Device.Renewals;
        if (facts.Record.Age is { } session && renewals.FitsAge(session) || renewals.FitsOwnGrid(facts.Record.Time)) return true;
        if (!facts.Device.Behaviour.ClientRenews) return false;
        var period = PeriodOf(facts);
        if (facts.Record.Age is { } age && Math.Abs(age - period) <= 6) return true;
        return facts.Device.Behaviour.Renewal == TokenRenewal.ClientOnTimer && renewals.FitsGrid(facts.Record.Time, period);
    }
}
