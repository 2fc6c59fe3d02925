using HubStandIn;
using HubStandIn.Network;
using IoTHubDisconnect;
using NetworkLab.Clients;

namespace NetworkLab.Faults;

/// <summary>What the hub does.</summary>
internal static class HubFaults
{
    public static IReadOnlyList<LabFault> All { get; } =
    [
        new("token-expired", "the hub closes an expired token's session", CauseName.SasTokenExpired)
        {
            TokenLifetime = TimeSpan.FromMinutes(15),
            HasOwnToken = true,
            Happen = victim => victim.WaitAsync(1200, 1500),
        },
        new("token-renewed", "the SDK renews its token", CauseName.SasTokenRenewed)
        {
            TokenLifetime = TimeSpan.FromMinutes(25),
            Befalls = client => client is SdkClient { Name: not "node-amqp" },
            Happen = victim => victim.WaitAsync(900, 1200),
        },
        new("hub-upgrade", "the hub is upgraded", CauseName.HubMaintenance)
        {
            IsOfHub = true,
            Happen = async victim =>
            {
                victim.Hub.Conditions.Refusal = HubWords.UpgradeGoesOn.Codes[0];
                victim.Hub.DropAll(HubWords.Upgraded.Codes);
                await victim.WaitAsync(5, 15);
                victim.Hub.Conditions.Refusal = null;
            },
        },
        new("hub-dies", "a machine of the hub dies: 500001 for everybody", CauseName.HubFault)
        {
            IsOfHub = true,
            Happen = async victim =>
            {
                victim.Hub.Conditions.Refusal = HubWords.MachineGone.Codes[0];
                foreach (var connection in Ports(victim.Hub).SelectMany(port => port.Connections))
                    connection.Cut(PathCut.Reset);
                await victim.WaitAsync(60, 180);
                victim.Hub.Conditions.Refusal = null;
            },
        },
        new("quota", "the hub's quota is used up", CauseName.QuotaExceeded)
        {
            IsOfHub = true,
            Happen = async victim =>
            {
                victim.Hub.Conditions.Refusal = HubWords.QuotaGone.Codes[0];
                victim.Hub.DropAll(HubWords.QuotaGone.Codes);
                await victim.WaitAsync(600, 900);
                victim.Hub.Conditions.Refusal = null;
            },
        },
    ];

    private static HubPort[] Ports(StandInHub hub) => [hub.Mqtt, hub.Amqp, hub.Https];
}
