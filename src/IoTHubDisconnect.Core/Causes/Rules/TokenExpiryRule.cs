using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>A token that expired is closed by the hub at its lifetime, or five or ten minutes later.</summary>
internal sealed class TokenExpiryRule : CauseRule
{
    private enum Fit
    {
        Unseen,
        Misses,
        Loosely,
        Exactly,
    }

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (IsCutAtOnce(facts))
        {
            weights.Add(CauseName.SasTokenExpired, -7);
            return true;
        }
        if (!facts.IsCutOff)
            return false;
        if (facts.HasNoTokenClock)
        {
            weights.Add(CauseName.SasTokenExpired, -9);
            return true;
        }
        var fit = FitOf(facts);
        weights.Add(
            CauseName.SasTokenExpired,
            fit switch
            {
                Fit.Unseen => Expectation(facts),
                Fit.Exactly => Certainty(facts),
                Fit.Loosely => Certainty(facts) - 1.5,
                _ => facts.HasUnauthorized ? -1
                : facts.Device.Closings.TokenLifetime is null ? -3.5
                : -5,
            }
        );
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        if (facts.HasNoTokenClock)
            return new(
                "Token",
                facts.Context.UsesCertificate ? "X.509 certificate" : "renewed in place over AMQP",
                "no token that ends the connection",
                weight
            );
        var age = facts.Record.Age ?? facts.SincePreviousEnd;
        var shown =
            FitOf(facts) == Fit.Exactly
            && facts.Device.TokenAge(facts.Index) is { } token
            && (age is null || !PatternOf(facts)!.Fits(age.Value))
                ? token
                : age;
        var expected = facts.TokenLifetime is { } lifetime
            ? $"{DurationText.Of(lifetime)}, or 5 or 10 minutes later ({facts.Device.Closings.Expiry?.Support ?? 0} sessions ended so)"
            : "a token's lifetime, or 5 or 10 minutes later";
        return new("Token age", DurationText.Of(shown), expected, weight);
    }

    /// <summary>A token that the hub took less than a minute ago, and that is no older, has not expired since.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static bool IsCutAtOnce(in DisconnectFacts facts) =>
        facts.IsClosed
        && facts.Group == ErrorGroup.Unauthorized
        && facts.Record.Age is { } age
        && RenewalPattern.IsTooShort(age)
        && !(facts.Device.TokenAge(facts.Index) > age);

    /// <summary>Where the age is not known, what is usual for the device, or else for its SDK.</summary>
    private static double Expectation(in DisconnectFacts facts)
    {
        var closings = facts.Device.Closings;
        if (closings.TokenLifetime is not null)
            return closings.LogShare(closings.Expiry!.Support);
        return facts.Behaviour.HubCloses ? 1
            : facts.Behaviour.ClientRenews ? -2
            : 0;
    }

    private static double Certainty(in DisconnectFacts facts)
    {
        if (facts.Options.TokenLifetime is not null)
            return 6;
        var pattern = facts.Device.Closings.Expiry!;
        var odds = facts.Device.Closings.ExpiryOverIdleAt(facts.Hub);
        var isUsual =
            odds > 0 && pattern.Support >= ClosingPattern.EnoughSupport && TokenExpiryPattern.IsUsual(pattern.Lifetime);
        if (facts.Behaviour.ClientRenews && !facts.HasUnauthorized && !isUsual)
            return 0;
        var certainty = pattern.Strength switch
        {
            >= 8 => 8,
            >= 2 => 5.5,
            >= 1 => 3.5,
            _ => TokenExpiryPattern.IsUsual(pattern.Lifetime) ? 2.5 : 0,
        };
        // That an age repeats is as true of other clocks.
        return facts.Device.Closings.HasRepeatedAge ? Math.Clamp(1 + 1.5 * odds, 0, certainty) : certainty;
    }

    [MethodImpl(HotPath.Optimized)]
    private static Fit FitOf(in DisconnectFacts facts)
    {
        if (PatternOf(facts) is not { } pattern)
            return facts.Record.Age is null ? Fit.Unseen : Fit.Misses;
        if (facts.Record.Age is { } age)
        {
            if (pattern.Fits(age))
                return Fit.Exactly;
            if (facts.Device.TokenAge(facts.Index) is { } token && pattern.Fits(token))
                return Fit.Exactly;
            return HoldsTwoTokens(age, pattern.Lifetime) ? Fit.Loosely : Fit.Misses;
        }
        return facts.SincePreviousEnd is { } since && FitsAfterReturn(since, pattern.Lifetime, 1)
            ? Fit.Loosely
            : Fit.Unseen;
    }

    private static TokenExpiryPattern? PatternOf(in DisconnectFacts facts) =>
        facts.Options.TokenLifetime is { } known
            ? TokenExpiryPattern.Known(known.TotalSeconds)
            : facts.Device.Closings.Expiry;

    /// <summary>A close and a connect between two tokens may both be missing from the log.</summary>
    private static bool HoldsTwoTokens(double age, double lifetime) => FitsAfterReturn(age - lifetime, lifetime, 2);

    /// <summary>The connect is missing, so the session began some seconds after what is known.</summary>
    private static bool FitsAfterReturn(double seconds, double lifetime, int closings)
    {
        const double longestReturn = 14;
        var late = seconds - lifetime;
        return late >= 0 && late <= 600 * closings + longestReturn && late % 300 <= longestReturn;
    }
}
