using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>What the hub said beside the end, or at the device's next try.</summary>
internal sealed class NextRefusal() : Aspect(typeof(Sign), Situation.Cut)
{
    private const double SoonSeconds = 60;

    /// <summary>Shares of the hub's expiries with 401003.</summary>
    private const double Seldom = 0.05,
        Mostly = 0.8;

    private enum Sign
    {
        None,
        UnauthorizedBeside,
        UnauthorizedBesideEarly,
        UnauthorizedOnce,
        UnauthorizedOn,
        UnauthorizedOnWithCertificate,
        ServerError,
        Upgrade,
        Failover,
        Quota,
        Throttled,
        Disabled,
        NotFound,
        Other,
        NoneAsEver,
        NoneUnlikeMost,
        UntilMidnight,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) => (int)Of(facts);

    public override EvidenceText Describe(in DisconnectFacts facts) =>
        Of(facts) switch
        {
            Sign.None => new($"401003 beside it", $"no", $"when a token has expired"),
            Sign.NoneAsEver => new($"401003 beside it", $"no", $"none, whatever ends: this hub does not tell"),
            Sign.NoneUnlikeMost => new(
                $"401003 beside it",
                $"no",
                $"when a token has expired, as most of this hub's had it"
            ),
            Sign.UnauthorizedBeside => new($"401003 beside it", $"yes", $"when a token has expired"),
            Sign.UnauthorizedBesideEarly => new(
                $"401003 beside it",
                $"yes, before the token was to be renewed",
                $"when a token has expired: a clock or a key may be wrong"
            ),
            Sign.UnauthorizedOnce => new(
                $"401003 beside it",
                $"yes, when the device tried to come back",
                $"when a token has expired"
            ),
            Sign.UnauthorizedOnWithCertificate => new(
                $"Next tries",
                $"401003 again and again",
                $"not refused, unless the hub takes the certificate no longer"
            ),
            Sign.UnauthorizedOn => new(
                $"401003 beside it",
                $"again and again, when the device tried to come back",
                $"once at most, when a token has expired"
            ),
            Sign.UntilMidnight => new(
                $"Others' sessions",
                $"end within seconds, too, and hardly one more after 00:00 UTC",
                $"no such hour, unless the hub's daily message quota is used up"
            ),
            _ when IsOfLoop(facts) => new(
                $"Hub's word",
                $"a limit of the hub's, of other sessions in this time",
                $"none, unless what ended those ended this one"
            ),
            _ => new($"Next try", $"refused with {facts.Record.RefusalCode}", $"not refused"),
        };

    /// <summary>
    /// The hub says of the session before or after it that it was over what the hub allows, or so of another device's
    /// where this session ended at once: it need not say it of each.
    /// </summary>
    public static bool IsOfLoop(in DisconnectFacts facts) =>
        facts.SaidBeside is not null && facts.Record.RefusalCode == ConnectionEvent.NoCode;

    /// <summary>It ends within seconds as others of the hub do, until the day's quota starts anew.</summary>
    public static bool IsUntilMidnight(in DisconnectFacts facts) =>
        facts.AgeSign.IsLoop() && facts.Hub.Minutes.AreShortUntilMidnight(facts.Record.Time);

    /// <summary>What the facts keep as <see cref="DisconnectFacts.SaidBeside"/>.</summary>
    public static ErrorGroup? Said(in DisconnectFacts facts) =>
        facts.Record.RefusalCode == ConnectionEvent.NoCode ? OfLoop(facts) : GroupOf(facts);

    /// <summary>
    /// The group of the refusal that met the device's next try, if it came soon; whoever disabled or deleted the
    /// identity ended its session, whenever it tried again.
    /// </summary>
    [MethodImpl(HotPath.Causes)]
    public static ErrorGroup? GroupOf(in DisconnectFacts facts)
    {
        if (!facts.IsClosed || facts.Record.RefusalCode == ConnectionEvent.NoCode)
            return null;
        var group = ErrorCodes.GroupOf(facts.Record.RefusalCode);
        return
            group is ErrorGroup.DeviceDisabled or ErrorGroup.DeviceNotFound
            || DisconnectRecord.Seconds(facts.Record.AttemptAt - facts.Record.Time) <= SoonSeconds
            ? group
            : null;
    }

    /// <summary>Its client renews its tokens, and had not yet to: the one that the hub refused was another.</summary>
    [MethodImpl(HotPath.Causes)]
    private static bool IsEarly(in DisconnectFacts facts)
    {
        const double moment = 5;
        return facts.Behaviour.ClientRenews
            && facts.Device.Renewals.Period > 0
            && facts.Record.Age < facts.Device.Renewals.Period - moment;
    }

    [MethodImpl(HotPath.Causes)]
    private static ErrorGroup? OfLoop(in DisconnectFacts facts)
    {
        const int reach = 2;
        const double minutes = 300;
        var isLoop = facts.AgeSign.IsLoop();
        var records = facts.Device.Records;
        for (var i = Math.Max(0, facts.Index - reach); i <= Math.Min(records.Length - 1, facts.Index + reach); i++)
        {
            var group = ErrorCodes.GroupOf(records[i].Code);
            if (
                group is ErrorGroup.QuotaExceeded or ErrorGroup.Throttled
                && (isLoop || records[i].Kind == DisconnectKind.Closed)
                && Math.Abs(DisconnectRecord.Seconds(records[i].Time - facts.Record.Time)) <= minutes
            )
                return group;
        }
        return isLoop && facts.Hub.Minutes.IsQuotaUsedUp(facts.Record.Time) ? ErrorGroup.QuotaExceeded : null;
    }

    [MethodImpl(HotPath.Causes)]
    private static Sign Of(in DisconnectFacts facts)
    {
        var isRefusedOn = facts.Device.IsRefusedAfter(facts.Index);
        if (isRefusedOn && facts.Context.UsesCertificate)
            return Sign.UnauthorizedOnWithCertificate;
        if (facts.HasUnauthorized)
            return IsEarly(facts) ? Sign.UnauthorizedBesideEarly : Sign.UnauthorizedBeside;
        if (isRefusedOn)
            return Sign.UnauthorizedOn;
        return facts.SaidBeside switch
        {
            // Nothing but tokens ends sessions at several of the hub's delays, whatever it says of others.
            null
                when SessionAge.IsAtSeveralDelays(facts)
                    || facts.Device.Closings is { EndsAtSeveralDelays: true, UnauthorizedShare: 0 } => Sign.None,
            null when IsUntilMidnight(facts) => Sign.UntilMidnight,
            null when IsUnlikeOthers(facts) => Sign.NoneUnlikeMost,
            null => facts.Hub.ToldShare switch
            {
                < Seldom => Sign.NoneAsEver,
                > Mostly => Sign.NoneUnlikeMost,
                _ => Sign.None,
            },
            ErrorGroup.Unauthorized => Sign.UnauthorizedOnce,
            ErrorGroup.HubFault => Sign.ServerError,
            ErrorGroup.HubMaintenance => Sign.Upgrade,
            ErrorGroup.HubFailover => Sign.Failover,
            ErrorGroup.QuotaExceeded => Sign.Quota,
            ErrorGroup.Throttled => Sign.Throttled,
            ErrorGroup.DeviceDisabled => Sign.Disabled,
            ErrorGroup.DeviceNotFound => Sign.NotFound,
            _ => Sign.Other,
        };
    }

    /// <summary>
    /// The hub says 401003 whenever a token of others ends, and never said it of this device, whose ages alone do not
    /// prove a token.
    /// </summary>
    [MethodImpl(HotPath.Causes)]
    public static bool IsUnlikeOthers(in DisconnectFacts facts) =>
        facts.Hub.TellsOfExpiries
        && facts.Device.Closings
            is { UnauthorizedShare: 0, Expiry.Support: > ClosingPattern.EnoughSupport, EndsAtSeveralDelays: false };
}
