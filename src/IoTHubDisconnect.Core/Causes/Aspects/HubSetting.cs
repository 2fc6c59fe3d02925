using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>A setting of the hub that explains why it refuses the device.</summary>
internal sealed class HubSetting() : Aspect(typeof(HubBarrier), Situation.Named)
{
    [MethodImpl(HotPath.Optimized)]
    public override int SignOf(in DisconnectFacts facts) =>
        HubBarriers.Of(facts) is var barrier && barrier == HubBarrier.None ? Unseen : (int)barrier;

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var barrier = HubBarriers.Of(facts);
        var settings = facts.Hub.Condition!.Settings!;
        return barrier switch
        {
            HubBarrier.PublicNetworkAccess => new(
                "Hub's setting",
                "publicNetworkAccess is Disabled",
                "Enabled, for devices on the internet",
                weight
            ),
            HubBarrier.NetworkRules => new(
                "Hub's setting",
                $"the network rules keep {facts.Context.MaskedIpAddress} out: "
                    + string.Join("; ", settings.IpFilterRules.Concat(settings.NetworkRules).Select(r => $"{r}"))
                    + (settings.DeniesByDefault ? "; deny all others" : ""),
                "a rule that lets the address in",
                weight
            ),
            HubBarrier.DisableDeviceSas => new(
                "Hub's setting",
                "disableDeviceSAS is true",
                "false, for devices with SAS tokens",
                weight
            ),
            HubBarrier.DisableModuleSas => new(
                "Hub's setting",
                "disableModuleSAS is true",
                "false, for modules with SAS tokens",
                weight
            ),
            _ => new(
                "Hub's setting",
                "disableLocalAuth is true",
                "false, for SAS tokens signed with a key of the hub",
                weight
            ),
        };
    }
}
