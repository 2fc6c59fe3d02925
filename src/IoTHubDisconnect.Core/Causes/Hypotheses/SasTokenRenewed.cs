using IoTHubDisconnect.Causes.Aspects;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The client closed the connection in order to reconnect with a new SAS token.</summary>
internal sealed class SasTokenRenewed : Hypothesis
{
    /// <summary>X.509 has no token, AMQP renews in place, some SDKs leave it to the hub, the
    /// clock of the others is known, and a loop of closes is no renewal.</summary>
    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Record.MayBeOrderly
        && !facts.NoTokenCanEnd
        && !facts.Behaviour.NeverClosesToRenew
        && !NormalOperation.IsOfLoop(facts.Device, facts.Index)
        && !RenewalClock.IsNoRenewals(facts);

    public override Phrase Reason(in DisconnectFacts facts) =>
        $"{Sentence.After(facts)} the client closed the session, most likely in order to reconnect with a "
        + $"new SAS token.";
}
