using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Fleets.Profiles;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The hub closed the connection because its SAS token had expired.</summary>
internal sealed class SasTokenExpired : Hypothesis
{
    /// <summary>Seconds. No token is made for less.</summary>
    private const double Shortest = 240;

    /// <summary>Seconds. A token that the hub took and soon refuses was no good for another reason.</summary>
    private const double AtOnce = 60;

    /// <summary>If a token ended the session, a clock is wrong by so much that somebody has to set it.</summary>
    public static bool IsOfWrongClock(DeviceProfile device, int index) =>
        IsTooShortLived(device, index)
        || device.Records[index].Age is { } age && device.FollowsDrift(index) && device.Drift!.RunsOut(age);

    /// <summary>
    /// The session ended sooner than anybody has tokens end, and not with a token of an earlier one.
    /// </summary>
    private static bool IsTooShortLived(DeviceProfile device, int index) =>
        device.Records[index].Age < Shortest
        && !(
            device.TokenAge(index) is >= Shortest and var age
            && (device.Behaviour.Renewal == TokenRenewal.HubTokenReused || device.Closings.FitsExpiry(age))
        );

    /// <summary>X.509 has no token, AMQP renews its token in place unless nobody makes another, what is renewed in
    /// time does not expire, nor what the hub took a moment ago, and an age that repeats and is nobody's lifetime is
    /// another clock's.</summary>
    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Situation == Situation.Cut
        && !facts.Context.UsesCertificate
        && !facts.RenewsLater
        && (!facts.Context.IsAmqp || facts.HasUnauthorized)
        && (facts.HasUnauthorized || !facts.AgeSign.IsOfAnotherClock())
        && (
            !IsTooShortLived(facts.Device, facts.Index)
            || facts.Options.TokenLifetime?.TotalSeconds < Shortest
            || facts.HasUnauthorized && facts.Record.Age >= AtOnce
        );

    public override Phrase Reason(in DisconnectFacts facts)
    {
        if (SessionAge.IsMadeTogether(facts))
            return $"{Sentence.After(facts)} the hub closed the session with many others in these minutes: most "
                + $"likely their SAS tokens were made together, and had expired.";
        if (IsTooShortLived(facts.Device, facts.Index) && facts.HasUnauthorized)
            return $"{Sentence.After(facts)} the hub closed the session: most likely its SAS token had expired, far "
                + $"sooner than tokens are made to: look whether the device's clock is behind.";
        if (facts.AgeSign == AgeSign.LifetimeDrifts)
            return $"{Sentence.After(facts)} the hub closed the session: most likely its SAS token had expired. The "
                + $"device's clock drifts by {Sentence.Duration(Math.Abs(facts.Device.Drift!.SecondsADay))} a day: "
                + $"look whether it is ever set.";
        if (facts.AgeSign == AgeSign.LifetimeOfTheFleet)
            return $"{Sentence.After(facts)} the hub closed the session: most likely its SAS token had expired, as "
                + $"those of devices at other addresses do at this age.";
        if (facts.Record.Age is not null && !facts.AgeSign.BearsLifetimeOut())
            return $"{Sentence.After(facts)} the hub closed the session: most likely its SAS token had expired, "
                + $"but no lifetime bears that out.";
        var isKnown = facts.Record.Age is not null || facts.Device.Closings.TokenLifetime is not null;
        var lifetime = isKnown && facts.TokenLifetime is { } seconds ? Say($" of {Sentence.Duration(seconds)}") : null;
        return $"{Sentence.After(facts)} the hub closed the session: most likely its SAS token{lifetime} had "
            + $"expired.{ClockBehind(facts)}";
    }

    /// <summary>
    /// A clock that is behind makes tokens that are old from the first: they live for less than the neighbours'.
    /// </summary>
    private static Phrase? ClockBehind(in DisconnectFacts facts)
    {
        if (
            facts.TokenLifetime is not { } own
            || facts.Hub.Lifetimes.Usual is not { } usual
            || own >= usual
            || facts.Hub.SharesLifetime(facts.Device, own)
        )
            return null;
        return $" Its neighbours' tokens live {Sentence.Duration(usual)}: look whether its clock is "
            + $"{Sentence.Duration(usual - own)} behind.";
    }
}
