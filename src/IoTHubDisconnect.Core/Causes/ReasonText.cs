using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes;

/// <summary>Says in a sentence or two why, and what became of the device where that sounds harmless.</summary>
internal static class ReasonText
{
    public static Phrase Of(CauseName cause, in DisconnectFacts facts) =>
        KeptOut.IsBy(cause, facts, out var refusals)
            ? $"{Ending(cause, facts)} {CauseResolver.ReasonOf(refusals.Cause, refusals.Facts)}"
            : Ending(cause, facts);

    private static Phrase Ending(CauseName cause, in DisconnectFacts facts) =>
        $"{CauseResolver.ReasonOf(cause, facts)}{Outcome(cause, facts)}";

    /// <summary>What became of the device, where the rest of the sentence sounds harmless.</summary>
    private static Phrase? Outcome(CauseName cause, in DisconnectFacts facts)
    {
        if (HubTrouble.IsOutlastedBySilence(cause, facts.Device, facts.Index, facts.Hub))
            return $" The device has not tried to come back since.";
        if (!ExpectedCauses.Include(cause))
            return null;
        if (NormalOperation.IsOfLoop(facts.Device, facts.Index))
        {
            if (!NormalOperation.IsOfLoopOfSeconds(facts.Device, facts.Index))
                return $" It does so again and again, and is back at once.";
            var closes = facts.Device.Renewals.Count;
            return $" It does so again and again: {closes:N0} such close{Counted.S(closes)} in this log.";
        }
        ref readonly var record = ref facts.Record;
        return NormalOperation.OutcomeOf(cause, facts.Device, facts.Index, facts.Hub) switch
        {
            Causes.Outcome.Away => $" The device was not seen again.",
            Causes.Outcome.Late => $" It took the device "
                + $"{Sentence.Duration(DisconnectRecord.Seconds(record.ReconnectedAt - record.Time))} to come back.",
            _ => null,
        };
    }
}
