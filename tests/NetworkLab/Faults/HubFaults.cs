using HubStandIn;
using HubStandIn.Network;
using IoTHubDisconnect;
using NetworkLab.Clients;
using NetworkLab.Scenes;

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
            Happen = victim =>
                RefuseAsync(victim, HubWords.UpgradeGoesOn, hub => hub.DropAll(HubWords.Upgraded.Codes), 5, 15),
        },
        new("hub-dies", "a machine of the hub dies: 500001 for everybody", CauseName.HubFault)
        {
            IsOfHub = true,
            Happen = victim => RefuseAsync(victim, HubWords.MachineGone, CutAll, 60, 180),
        },
        new("quota", "the hub's quota is used up", CauseName.QuotaExceeded)
        {
            IsOfHub = true,
            Happen = victim =>
                RefuseAsync(victim, HubWords.QuotaGone, hub => hub.DropAll(HubWords.QuotaGone.Codes), 600, 900),
        },
    ];

    /// <summary>Ends all sessions, and refuses everybody for so many seconds.</summary>
    private static async Task RefuseAsync(Victim victim, HubWords word, Action<StandInHub> end, int least, int most)
    {
        victim.Hub.Conditions.Refusal = word.Codes[0];
        end(victim.Hub);
        await victim.WaitAsync(least, most);
        victim.Hub.Conditions.Refusal = null;
    }

    private static void CutAll(StandInHub hub)
    {
        foreach (var connection in Ports(hub).SelectMany(port => port.Connections))
            connection.Cut(PathCut.Reset);
    }

    private static HubPort[] Ports(StandInHub hub) => [hub.Mqtt, hub.Amqp, hub.Https];
}
