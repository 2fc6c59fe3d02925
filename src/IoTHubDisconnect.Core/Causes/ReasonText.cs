using IoTHubDisconnect.Catalogue;
using IoTHubDisconnect.Profiles;

namespace IoTHubDisconnect.Causes;

/// <summary>Says in one sentence why, with the figures of the case.</summary>
internal static class ReasonText
{
    public static string Of(CauseName cause, in DisconnectFacts facts) => cause switch
    {
        CauseName.SasTokenExpired => $"The hub closed the session {After(facts)}, when its SAS token{Lifetime(facts)} had expired.",
        CauseName.SasTokenRenewed => $"The client closed the session {After(facts)} in order to reconnect with a new SAS token.",
        CauseName.ClientClosed => $"The client closed the session {After(facts)} in an orderly way.",
        CauseName.NetworkLost when facts.Group == ErrorGroup.Takeover =>
            "The device came back before the hub had noticed that its connection was lost, so the hub closed the old one.",
        CauseName.NetworkLost when SiteRule(facts) => $"The connection was lost together with others behind {facts.Context.MaskedIpAddress}; the device came back {Back(facts)}.",
        CauseName.NetworkLost => $"The connection was lost without a close; the device came back {Back(facts)}.",
        CauseName.ConnectionReset => $"The connection broke off the token's clock {After(facts)}, and the device was back {Back(facts)}.",
        CauseName.DeviceRestarted => $"The device went away {After(facts)} and was back {Back(facts)}, the time a start takes.",
        CauseName.IdleTimeout => facts.Device.Closings.IdleAge is >= ClosingPattern.KeepAliveCap - 1 and < ClosingPattern.KeepAliveCap + 6
            ? "The session ended at 29:27 min, where the hub gives up on a keep-alive that is longer than its cap allows."
            : $"The session was cut {After(facts)}, as {facts.Device.Closings.Idle.Support} sessions of this device were: something on the way drops idle connections.",
        CauseName.DuplicateIdentity => "Another client connected with this device's identity, and the hub closed the older connection.",
        CauseName.Unauthorized => $"The hub refused the credentials{Times(facts)}{Barrier(facts)}.",
        CauseName.DeviceDisabled => $"The device identity is disabled{Times(facts)}.",
        CauseName.DeviceNotFound => $"The hub knows no such identity{Times(facts)}.",
        CauseName.Throttled => "The device went over a rate limit of the hub.",
        CauseName.QuotaExceeded => $"The hub's daily message quota was used up{Times(facts)}.",
        CauseName.HubFault when Trouble(facts) is { } trouble => $"The hub had a fault: Azure calls it {trouble.State} from {trouble.Start.UtcDateTime:HH:mm}Z{(trouble.End is { } end ? $" to {end.UtcDateTime:HH:mm}Z" : "")}.",
        CauseName.HubFault => $"The hub had a fault: {facts.Hub.Around(facts.Record.Time).ServerErrors} devices met server errors in these minutes.",
        CauseName.HubMaintenance => "A service upgrade moved the hub's connections.",
        CauseName.HubFailover => "The hub failed over to its paired region.",
        _ => "The log does not show enough to tell.",
    };

    private static string Barrier(in DisconnectFacts facts) => HubBarriers.Of(facts) switch
    {
        HubBarrier.None => "",
        HubBarrier.PublicNetworkAccess => ": its setting publicNetworkAccess is Disabled",
        HubBarrier.NetworkRules => $": its network rules keep {facts.Context.MaskedIpAddress} out",
        HubBarrier.DisableDeviceSas => ": its setting disableDeviceSAS is on",
        HubBarrier.DisableModuleSas => ": its setting disableModuleSAS is on",
        _ => ": its setting disableLocalAuth is on",
    };

    private static HubHealthEvent? Trouble(in DisconnectFacts facts) =>
        facts.Hub.Condition is { } condition && Rules.HubHealthRule.TroubleOf(facts, condition) is { IsFailover: false, IsPlanned: false } trouble ? trouble : null;

    private static bool SiteRule(in DisconnectFacts facts) => Rules.SiteRule.IsSiteWide(facts);

    private static string After(in DisconnectFacts facts) =>
        facts.Record.Age is { } age ? $"after {EvidenceText.Duration(age)}" : "after a time that the log does not show";

    private static string Back(in DisconnectFacts facts) =>
        facts.Record.ReturnGap is { } gap ? $"after {EvidenceText.Duration(gap)}" : "at no time that the log shows";

    private static string Lifetime(in DisconnectFacts facts) =>
        facts.TokenLifetime is { } lifetime ? $" of {lifetime / 60:0.#} minutes" : "";

    private static string Times(in DisconnectFacts facts) => facts.IsClosed ? "" : facts.Record.Attempts == 1 ? ", once" : $", {facts.Record.Attempts} times";
}
