using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>A setting of the hub that explains why it refuses the device.</summary>
internal sealed class HubSetting() : Aspect(typeof(HubBarrier), Situation.Named)
{
    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) =>
        HubBarriers.Of(facts) is var barrier && barrier == HubBarrier.None ? Unseen : (int)barrier;

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var barrier = HubBarriers.Of(facts);
        var settings = facts.Hub.Condition!.Settings!;
        return barrier switch
        {
            HubBarrier.PublicNetworkAccess => Text(
                $"publicNetworkAccess is Disabled",
                $"Enabled, for devices on the internet"
            ),
            HubBarrier.NetworkRules => Text(
                $"the network rules keep {facts.Context.MaskedIpAddress} out: {RulesOf(settings)}"
                    + $"{(settings.DeniesByDefault ? Say($"; deny all others") : null)}",
                $"a rule that lets the address in"
            ),
            HubBarrier.DisableDeviceSas => Text($"disableDeviceSAS is true", $"false, for devices with SAS tokens"),
            HubBarrier.DisableModuleSas => Text($"disableModuleSAS is true", $"false, for modules with SAS tokens"),
            _ => Text($"disableLocalAuth is true", $"false, for SAS tokens signed with a key of the hub"),
        };
    }

    private static EvidenceText Text(Phrase value, Phrase expected) => new($"Hub's setting", value, expected);

    private static string RulesOf(HubSettings settings) =>
        string.Join("; ", settings.IpFilterRules.Concat(settings.NetworkRules).Select(r => $"{r}"));
}
