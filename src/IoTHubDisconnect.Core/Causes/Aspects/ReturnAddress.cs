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
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Device.NextContextOf(facts.Record) is not { Site: >= 0 } next || facts.Context.Site < 0)
            return Unseen;
        if (next.Site == facts.Context.Site)
            return (int)Sign.Kept;
        return facts.Device.ChangesAddressAtRenewals || WallClock.IsSleeper(facts) ? Unseen : (int)Sign.Changed;
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var address = facts.Device.NextContextOf(facts.Record)?.MaskedIpAddress;
        var before = facts.Context.MaskedIpAddress;
        return new(
            $"Address",
            facts.Device.HasMoved(facts.Record) ? $"{address}, before {before}" : Say($"as before"),
            $"as before, unless the way to the hub has changed"
        );
    }
}
