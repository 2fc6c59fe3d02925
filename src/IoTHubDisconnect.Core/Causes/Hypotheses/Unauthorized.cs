using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>
/// The hub refused the credentials. A session that a token had opened before was not ended by them; one that a
/// certificate had opened may have been, where the certificate is no good from then on.
/// </summary>
internal sealed class Unauthorized : Hypothesis
{
    /// <summary>Seconds. What the hub took a moment ago and will not have now was no good from the first.</summary>
    private const double AtOnce = 60;

    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Situation == Situation.Named
            ? facts.IsNamedAs(ErrorGroup.Unauthorized)
            : facts.Situation == Situation.Cut
                && (
                    facts.Group == ErrorGroup.Unauthorized && facts.Record.Age < AtOnce
                    || facts.Context.UsesCertificate && facts.Device.IsRefusedAfter(facts.Index)
                );

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Situation == Situation.Cut && facts.Group != ErrorGroup.Unauthorized
            ? $"{Sentence.After(facts)} it was cut off, and from its next try on the hub refused its certificate"
                + $"{Barrier(facts)}."
            : Say($"{Sentence.The(facts)} hub refused the credentials{Barrier(facts)}.");

    /// <summary>
    /// The hub's, where a setting of it keeps the device out, or where all of its devices were refused at once.
    /// </summary>
    public override DisconnectScope ScopeOf(in DisconnectFacts facts) =>
        HubBarriers.Of(facts) != HubBarrier.None || RefusedTogether.IsHubWide(facts)
            ? DisconnectScope.Hub
            : DisconnectScope.Device;

    private static Phrase? Barrier(in DisconnectFacts facts) =>
        HubBarriers.Of(facts) switch
        {
            HubBarrier.None => RefusedTogether.IsHubWide(facts)
                ? Say($", as those of {facts.Hub.Minutes.Unauthorized(facts.Record.Time) - 1} others within minutes")
                : null,
            HubBarrier.PublicNetworkAccess => $": its setting publicNetworkAccess is Disabled",
            HubBarrier.NetworkRules => $": its network rules keep {facts.Context.MaskedIpAddress} out",
            HubBarrier.DisableDeviceSas => $": its setting disableDeviceSAS is on",
            HubBarrier.DisableModuleSas => $": its setting disableModuleSAS is on",
            _ => $": its setting disableLocalAuth is on",
        };
}
