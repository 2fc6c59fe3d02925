using System.Runtime.CompilerServices;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Whether the device came back from another address than it had: a start does not change it.</summary>
internal sealed class ReturnAddress() : Aspect(typeof(Sign), Situation.Cut)
{
    private enum Sign
    {
        Kept,
        Changed,
        ChangedAsEver,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Device.NextContextOf(facts.Record) is not { Site: >= 0 } next || facts.Context.Site < 0)
            return Unseen;
        return (int)(
            next.Site == facts.Context.Site ? Sign.Kept
            : facts.Device.ChangesAddressAtRenewals ? Sign.ChangedAsEver
            : Sign.Changed
        );
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var address = facts.Device.NextContextOf(facts.Record)?.MaskedIpAddress;
        var before = facts.Context.MaskedIpAddress;
        return new(
            $"Address",
            facts.Device.HasMoved(facts.Record) ? $"{address}, before {before}" : Say($"as before"),
            facts.Device.ChangesAddressAtRenewals
                ? $"any: it changes when tokens end, too"
                : Say($"as before, unless the way to the hub has changed")
        );
    }
}
