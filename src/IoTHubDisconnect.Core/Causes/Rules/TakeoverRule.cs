using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>
/// The hub closes the older of two connections of one identity. Again and again, from two places: two clients have that identity.
/// Once, after a long session: the device came back before the hub had noticed that it was gone.
/// </summary>
internal sealed class TakeoverRule : CauseRule
{
    /// <summary>Seconds. Two clients take turns sooner; who changes its address now and then is one client that moved.</summary>
    private const double Apart = 900;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsClosed || facts.Group != ErrorGroup.Takeover)
            return false;
        var nearest = Takeovers.Nearest(facts.Device, facts.Index);
        weights.Add(
            CauseName.DuplicateIdentity,
            nearest switch
            {
                < 60 => 4,
                < 240 => 2.5,
                < 420 => 1,
                < 900 => -1,
                _ => -3,
            }
        );
        weights.Add(
            CauseName.DuplicateIdentity,
            Takeovers.Nearby(facts.Device, facts.Index) switch
            {
                >= 4 => 3,
                3 => 1,
                _ => -1,
            }
        );
        if (facts.Record.Age is { } age)
            weights.Add(
                CauseName.NetworkLost,
                age < 45 ? -4
                    : age < 100 ? -1.5
                    : 0.5
            );
        weights.Add(CauseName.DuplicateIdentity, Persistence(facts, nearest));
        if (OtherClient(facts))
            weights.Add(CauseName.DuplicateIdentity, 3);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var nearest = Takeovers.Nearest(facts.Device, facts.Index);
        var value = double.IsInfinity(nearest)
            ? "the only one"
            : $"the nearest other one {DurationText.Of(nearest)} away";
        if (OtherClient(facts))
            value += $", by another client ({facts.Device.NextContextOf(facts.Record)?.MaskedIpAddress})";
        return new(
            "Takeover",
            value,
            "again and again for two clients with one identity; once for a device that came back early",
            weight
        );
    }

    /// <summary>A bad network takes the hub's notice as often as not; a device that is only ever taken over has a rival.</summary>
    private static double Persistence(in DisconnectFacts facts, double nearest)
    {
        // One client that comes back early again and again has a bad network, or none that remembers it.
        if (nearest > Apart && !OtherSoftware(facts))
            return -1.5;
        var habits = facts.Device.Habits;
        return Math.Clamp(0.8 * (habits.LoneTakeovers - 2) - 1.5 * (habits.Long + habits.Middle), -1.5, 6);
    }

    private static bool OtherClient(in DisconnectFacts facts)
    {
        var (before, after) = (facts.Context, facts.Device.NextContextOf(facts.Record));
        if (after is null)
            return false;
        var hasMoved = before.Site >= 0 && after.Site >= 0 && before.Site != after.Site;
        return hasMoved && Takeovers.Nearest(facts.Device, facts.Index) <= Apart || OtherSoftware(facts);
    }

    private static bool OtherSoftware(in DisconnectFacts facts) =>
        facts.Context.Sdk is { Name: not null } before
        && facts.Device.NextContextOf(facts.Record)?.Sdk is { Name: not null } after
        && before != after;
}
