using System.Runtime.CompilerServices;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Whether the device came back from another address than it had: a start does not change it.
/// Where its sessions end at one age and mostly keep the address, the age tells why, and a change is beside it.</summary>
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
        return IsAtUsualAge(facts) || facts.Device.ChangesAddressAtRenewals || WallClock.IsSleeper(facts)
            ? Unseen
            : (int)Sign.Changed;
    }

    private static bool IsAtUsualAge(in DisconnectFacts facts) =>
        facts.Device.Closings.HasRepeatedAge
        && facts.Record.Age is { } age
        && facts.Device.Closings.Idle.Fits(age)
        && IsOftenKeptBeside(facts);

    private static bool IsOftenKeptBeside(in DisconnectFacts facts)
    {
        const int reach = 8;
        var device = facts.Device;
        var (kept, moved) = (0, 0);
        for (
            var i = Math.Max(0, facts.Index - reach);
            i <= Math.Min(device.Records.Length - 1, facts.Index + reach);
            i++
        )
        {
            ref readonly var record = ref device.Records[i];
            if (record.NextContext < 0)
                continue;
            moved += device.HasMoved(record) ? 1 : 0;
            kept += device.HasMoved(record) ? 0 : 1;
        }
        return kept > moved;
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
