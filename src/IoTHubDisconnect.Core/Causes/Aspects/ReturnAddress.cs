using System.Runtime.CompilerServices;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Whether the device came back from another address than it had: a start does not change it.
/// Where its sessions end at one age, it is the age that tells, and which of few addresses is next does not.</summary>
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
        (
            facts.AgeSign.BearsLifetimeOut()
            || facts.Device.Closings.HasRepeatedAge
                && facts.Record.Age is { } age
                && facts.Device.Closings.Idle.Fits(age)
        ) && ReturnsFromFew(facts);

    /// <summary>It comes back from one of few addresses, time after time.</summary>
    private static bool ReturnsFromFew(in DisconnectFacts facts)
    {
        const int reach = 8;
        var device = facts.Device;
        Span<int> sites = stackalloc int[2 * reach + 1];
        var (returns, different) = (0, 0);
        var last = Math.Min(device.Records.Length - 1, facts.Index + reach);
        for (var i = Math.Max(0, facts.Index - reach); i <= last; i++)
        {
            if (device.NextContextOf(device.Records[i]) is not { Site: >= 0 and var site })
                continue;
            returns++;
            if (!sites[..different].Contains(site))
                sites[different++] = site;
        }
        return different * 2 <= returns;
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
