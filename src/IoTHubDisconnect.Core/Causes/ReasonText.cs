using System.Globalization;
using IoTHubDisconnect.Causes.Rules;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Causes;

/// <summary>Says in one sentence why. The figures of the case come first: a table shows little more than the begin.</summary>
internal static class ReasonText
{
    public static string Of(CauseName cause, in DisconnectFacts facts) => Why(cause, facts) + Outcome(cause, facts);

    private static string Why(CauseName cause, in DisconnectFacts facts) =>
        cause switch
        {
            CauseName.SasTokenExpired when CauseResolver.IsUnproven(cause, facts) =>
                $"{After(facts)} the hub closed the session: most likely its SAS token had expired, but no lifetime bears that out.",
            CauseName.SasTokenExpired =>
                $"{After(facts)} the SAS token{Lifetime(facts)} had expired, and the hub closed the session.",
            CauseName.SasTokenRenewed =>
                $"{After(facts)} the client closed the session in order to reconnect with a new SAS token.",
            CauseName.ClientClosed => $"{After(facts)} the client closed the session in an orderly way.",
            CauseName.NetworkLost when facts.Group == ErrorGroup.Takeover =>
                $"{After(facts)} the device connected anew: its connection was lost, and the hub had not yet noticed.",
            CauseName.NetworkLost when SiteRule.IsSiteWide(facts) =>
                $"{Gone(facts)}, with others behind {facts.Context.MaskedIpAddress}: the connection was lost.",
            CauseName.NetworkLost => $"{Gone(facts)}: the connection was lost without a close.",
            CauseName.ConnectionReset => $"{Gone(facts)}: the connection broke off the token's clock, {Age(facts)}.",
            CauseName.DeviceRestarted when RepetitionRule.IsOnSchedule(facts) =>
                $"{Gone(facts)}: the device goes away {RepetitionRule.HabitOf(facts.Device.Closings.Schedule!)}, as if restarted on a schedule.",
            CauseName.DeviceRestarted => $"{Gone(facts)}, the time a start takes: the device went away {Age(facts)}.",
            CauseName.IdleTimeout when facts.Device.Closings.IdleAge is { } age && SdkBehaviour.IsHubCap(age) =>
                $"After {DurationText.Of(SdkBehaviour.HubCap)} the hub gave up on a keep-alive that is longer than its cap allows.",
            CauseName.IdleTimeout =>
                $"{After(facts)}, as {Counted.Of(facts.Device.Closings.Idle.Support, "session")} of this device, it was cut: something on the way drops idle connections.",
            CauseName.DuplicateIdentity =>
                $"{After(facts)} another client connected with this device's identity, and the hub closed the older connection.",
            CauseName.Unauthorized => $"{The(facts)} hub refused the credentials{Barrier(facts)}.",
            CauseName.DeviceDisabled => $"{The(facts)} device identity was disabled.",
            CauseName.DeviceNotFound => $"{The(facts)} hub knew no such identity.",
            CauseName.Throttled => $"{The(facts)} device went over a rate limit of the hub.",
            CauseName.QuotaExceeded when facts.IsClosed =>
                $"{After(facts)} the device was cut off, and its next try refused because the hub's daily message quota was used up.",
            CauseName.QuotaExceeded => $"{The(facts)} hub's daily message quota was used up.",
            CauseName.HubFault when Trouble(facts) is { } trouble => string.Create(
                CultureInfo.InvariantCulture,
                $"From {trouble.Start.UtcDateTime:HH:mm}Z{(trouble.End is { } end ? $" to {end.UtcDateTime:HH:mm}Z" : "")} Azure calls the hub {trouble.State}: it had a fault."
            ),
            CauseName.HubFault => facts.Hub.Minutes.Around(facts.Record.Time) switch
            {
                { ServerErrors: > 0 } around =>
                    $"{Counted.Of(around.ServerErrors, "device")} met server errors in these minutes: the hub had a fault.",
                var around =>
                    $"Devices at {Counted.Of(around.Places, "place")} were cut off in these minutes: most likely the hub had a fault.",
            },
            CauseName.HubMaintenance => "A service upgrade moved the hub's connections.",
            CauseName.HubFailover => "The hub failed over to its paired region.",
            _ when ErrorTexts.Include(facts.Record.Code) =>
                $"The log says '{facts.Device.NameOf(facts.Record.Code)}', which names no known error.",
            _ when !facts.IsClosed && facts.Device.NameOf(facts.Record.Code) is { } name =>
                $"{The(facts)} hub refused the connection with {facts.Record.Code} {name}, which does not say why.",
            _ when facts.Record.IsUntold => "The log does not tell whether an error ended the session.",
            _ when RepetitionRule.IsRepeated(facts) =>
                $"{After(facts)}, as {Counted.Of(facts.Device.Closings.Idle.Support, "session")} of this device, it was cut: "
                    + "some clock ends its sessions, and the log does not show whose.",
            _ => "The log does not show enough to tell.",
        };

    /// <summary>What became of the device, where the rest of the sentence sounds harmless.</summary>
    private static string Outcome(CauseName cause, in DisconnectFacts facts)
    {
        if (!ExpectedCauses.Include(cause))
            return "";
        if (NormalOperation.IsOfLoop(facts.Device, facts.Index))
            return $" It does so again and again: {Counted.Of(facts.Device.Renewals.Count, "such close")} in this log.";
        ref readonly var record = ref facts.Record;
        return NormalOperation.OutcomeOf(cause, facts.Device, facts.Index, facts.Hub) switch
        {
            Causes.Outcome.Away => " The device was not seen again.",
            Causes.Outcome.Late =>
                $" It took the device {DurationText.Of(DisconnectRecord.Seconds(record.ReconnectedAt - record.Time))} to come back.",
            _ => "",
        };
    }

    private static string After(in DisconnectFacts facts) =>
        facts.Record.Age is { } age ? $"After {DurationText.Of(age)}" : "After an unknown time";

    private static string Barrier(in DisconnectFacts facts) =>
        HubBarriers.Of(facts) switch
        {
            HubBarrier.None => "",
            HubBarrier.PublicNetworkAccess => ": its setting publicNetworkAccess is Disabled",
            HubBarrier.NetworkRules => $": its network rules keep {facts.Context.MaskedIpAddress} out",
            HubBarrier.DisableDeviceSas => ": its setting disableDeviceSAS is on",
            HubBarrier.DisableModuleSas => ": its setting disableModuleSAS is on",
            _ => ": its setting disableLocalAuth is on",
        };

    private static HubHealthEvent? Trouble(in DisconnectFacts facts) =>
        facts.Hub.Condition is { } condition
        && HubHealthRule.TroubleOf(facts, condition) is { IsFailover: false, IsPlanned: false } trouble
            ? trouble
            : null;

    private static string Age(in DisconnectFacts facts) =>
        facts.Record.Age is { } age ? $"after {DurationText.Of(age)}" : "after an unknown time";

    private static string Gone(in DisconnectFacts facts) =>
        facts.Record.ReturnGap is { } gap ? $"Gone for {DurationText.Of(gap)}"
        : facts.MissesReturn || facts.Hub.LacksConnects ? "Its return is not in the log"
        : "Not seen again";

    private static string Lifetime(in DisconnectFacts facts) =>
        facts.TokenLifetime is { } lifetime ? $" of {DurationText.Of(lifetime)}" : "";

    private static string The(in DisconnectFacts facts) =>
        facts.IsClosed ? "The"
        : facts.Record.Attempts == 1 ? "In 1 try the"
        : $"In {facts.Record.Attempts} tries the";
}
