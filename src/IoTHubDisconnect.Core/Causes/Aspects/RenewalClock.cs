using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Whether the client closed on a clock that renews tokens: its SDK's, or one of its own.</summary>
internal sealed class RenewalClock() : Aspect(typeof(Sign), Situation.Orderly)
{
    private enum Sign
    {
        NotKnown,
        NotKnownMostlyOnClock,
        NotKnownClientRenews,
        OnSdkClock,
        OnSdkClockOfItsOwn,
        OnOwnClock,
        OnOtherClock,
        OnWallClock,
        Off,
        OffClientRenews,
        OffItsClock,
        TooShort,
        OffAllClocks,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) => (int)Of(facts);

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        if (facts.Context.HasNoTokenClock)
            return new(
                $"Token",
                facts.Context.UsesCertificate ? $"X.509 certificate" : Say($"renewed in place over AMQP"),
                $"no token to reconnect for"
            );
        var name = facts.Device.SdkOf(facts.Record).Name;
        if (facts.Behaviour.NeverClosesToRenew)
            return new($"Renewal clock", $"none", $"the {name} SDK leaves it to the hub to end a token");
        var sign = Of(facts);
        if (sign == Sign.TooShort)
            return new(
                $"Renewal clock",
                $"off it, {Sentence.Duration(facts.Record.Age)} after the connect",
                $"minutes at least, for a token"
            );
        if (sign == Sign.OnWallClock)
            return new(
                $"Time of day",
                WallClock.HabitOf(facts.Device.Renewals.Schedule!),
                $"any time, to renew a token"
            );
        var period = PeriodOf(facts);
        var sdk = facts.Behaviour.ClientRenews && name is not null ? Say($" for the {name} SDK") : null;
        var isOn = sign is Sign.OnSdkClock or Sign.OnSdkClockOfItsOwn or Sign.OnOwnClock;
        return new(
            $"Renewal clock",
            isOn ? OnClock(facts.Record.Age)
                : facts.Record.Age is null ? Say($"of a session whose connect was not seen")
                : $"off it",
            period > 0 ? $"every {Sentence.Duration(period)}{sdk}" : Say($"a clock of the SDK's")
        );
    }

    private static Phrase OnClock(double? age) =>
        age is { } known
            ? $"on it, {Sentence.Duration(known)} after the connect"
            : Say($"on it, not seen after the connect");

    /// <summary>
    /// It is one of many closes of all ages, one right after the other, or of a clock that is not its SDK's.
    /// </summary>
    public static bool IsNoRenewals(in DisconnectFacts facts) =>
        Of(facts) switch
        {
            Sign.OffAllClocks => true,
            Sign.OnOtherClock => facts.Behaviour.ClientRenews,
            _ => false,
        };

    /// <summary>
    /// A clock tells why, so that the time away does not: the SDK's, or the one on the wall. A renewal counts from the
    /// connect and moves on by as long as each return took, which that does not.
    /// </summary>
    public static bool Explains(in DisconnectFacts facts) => Of(facts) is Sign.OnSdkClock or Sign.OnWallClock;

    /// <summary>A clock tells why, or the client renews on one and this was not it.</summary>
    public static bool ExplainsOrIsOff(in DisconnectFacts facts) =>
        Of(facts)
            is Sign.OnSdkClock
                or Sign.OnWallClock
                or Sign.OffClientRenews
                or Sign.OffItsClock
                or Sign.OffAllClocks;

    /// <summary>It closed right after it took the session over: whoever is back next may be the other client.</summary>
    public static bool IsAmidFight(in DisconnectFacts facts)
    {
        if (facts.Index == 0 || facts.Record.ConnectedAt == 0)
            return false;
        ref readonly var taken = ref facts.Device.Records[facts.Index - 1];
        return taken.ReconnectedAt == facts.Record.ConnectedAt && Takeovers.Is(taken) && Of(facts) == Sign.TooShort;
    }

    [MethodImpl(HotPath.Causes)]
    private static Sign Of(in DisconnectFacts facts)
    {
        const double shortest = 60;
        var (renewals, behaviour) = (facts.Device.Renewals, facts.Behaviour);
        if (facts.Record.Age < shortest && !renewals.FitsOwnGrid(facts.Record.Time))
            return Sign.TooShort;
        if (behaviour.ClientRenews && KeepsSdkClock(facts))
            return Sign.OnSdkClock;
        var isOnGrid =
            behaviour.Renewal == TokenRenewal.ClientOnTimer
            && renewals.FitsOwnGrid(facts.Record.Time)
            && behaviour.MayRenewEvery(renewals.GridPeriod);
        if (renewals.Schedule?.Fits(facts.Record.Time) == true && !(isOnGrid && IsUsualGrid(facts)))
            return Sign.OnWallClock;
        if (isOnGrid || renewals.Repeats(facts.Record))
            return !isOnGrid && !behaviour.MayRenewEvery(renewals.Period) ? Sign.OnOtherClock
                : behaviour.ClientRenews ? Sign.OnSdkClockOfItsOwn
                : Sign.OnOwnClock;
        if (facts.Record.Age is null)
            return renewals.Period > 0 && behaviour.MayRenewEvery(renewals.Period) ? Sign.NotKnownMostlyOnClock
                : behaviour.ClientRenews ? Sign.NotKnownClientRenews
                : Sign.NotKnown;
        return CloseRun.Around(facts.Device, facts.Index).IsIrregular ? Sign.OffAllClocks
            : renewals.Period > 0 ? Sign.OffItsClock
            : behaviour.ClientRenews ? Sign.OffClientRenews
            : Sign.Off;
    }

    /// <summary>Its SDK would renew tokens so that live as long as people have them live.</summary>
    private static bool IsUsualGrid(in DisconnectFacts facts) =>
        TokenExpiryPattern.IsUsual(Math.Round(facts.Behaviour.LifetimeOf(facts.Device.Renewals.GridPeriod) / 60) * 60);

    /// <summary>
    /// To the second where the SDK closes for a token of an hour, or of what its fleet's tokens live.
    /// </summary>
    private static bool KeepsSdkClock(in DisconnectFacts facts)
    {
        const double tolerance = 4;
        const int nearest = 2;
        const double quick = 30;
        var (renewals, behaviour) = (facts.Device.Renewals, facts.Behaviour);
        var usual = behaviour.RenewalPeriod(facts.Options.TokenLifetime?.TotalSeconds ?? TokenExpiry.UsualLifetime);
        if (facts.Record.Age is { } age)
        {
            if (Math.Abs(age - usual) <= tolerance)
                return true;
            var lifetime = Math.Round(behaviour.LifetimeOf(age) / 60) * 60;
            if (
                Math.Abs(age - behaviour.RenewalPeriod(lifetime)) <= tolerance
                && (
                    renewals.UsualPause == 0 && facts.Hub.SharesLifetime(facts.Device, lifetime)
                    || IsLong(lifetime) && (renewals.FitsAge(age) || facts.Record.ReturnGap < quick)
                )
            )
                return true;
        }
        return behaviour.Renewal == TokenRenewal.ClientOnTimer
            && renewals.MedianReturn < usual / 4
            && renewals.MedianGap > usual / 2
            && (renewals.GridPeriod == 0 || Math.Abs(renewals.GridPeriod - usual) <= tolerance)
            && renewals.FitsGrid(facts.Record.Time, usual, nearest);
    }

    /// <summary>
    /// Nothing but a token's clock keeps so odd an age for hours: once where it is back at once, else again and again.
    /// </summary>
    private static bool IsLong(double lifetime) =>
        lifetime > TokenExpiry.UsualLifetime && TokenExpiryPattern.IsUsual(lifetime);

    /// <summary>What the device's tokens are renewed by, as far as is known.</summary>
    private static double PeriodOf(in DisconnectFacts facts)
    {
        var (renewals, behaviour) = (facts.Device.Renewals, facts.Behaviour);
        if (facts.Options.TokenLifetime is { } known)
            return behaviour.RenewalPeriod(known.TotalSeconds);
        if (behaviour.Renewal == TokenRenewal.ClientOnTimer && behaviour.MayRenewEvery(renewals.GridPeriod))
            return renewals.GridPeriod;
        if (behaviour.MayRenewEvery(renewals.Period))
            return renewals.Period;
        return behaviour.ClientRenews ? behaviour.RenewalPeriod(TokenExpiry.UsualLifetime) : 0;
    }
}
