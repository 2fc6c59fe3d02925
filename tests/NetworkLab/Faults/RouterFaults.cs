using IoTHubDisconnect;
using NetworkLab.Clients;
using NetworkLab.Network;
using NetworkLab.Scenes;

namespace NetworkLab.Faults;

/// <summary>What routers, firewalls, providers and name servers do.</summary>
internal static class RouterFaults
{
    public const string ShortOutage =
        "where no answers come the hub gives up, or the client closes without a word, and it is back within a minute";
    private const string Reset = "ip protocol tcp reject with tcp reset";
    private const string OneReset =
        "iifname != \"wan\" ip protocol tcp limit rate 1/day burst 1 packets reject with tcp reset";
    private const string NotToBeTold = "the hub is told nothing: a new connection takes the old one's place";

    public static IReadOnlyList<LabFault> All { get; } =
    [
        new("router-reboot", "the router reboots", CauseName.NetworkLost, CauseName.ConnectionReset)
        {
            MayPass = true,
            Open = [CauseName.DeviceRestarted],
            WhyOpen = ShortOutage,
            Happen = async victim =>
            {
                await victim.Site.StopRouterAsync();
                await victim.WaitAsync(60, 120);
                await victim.Site.StartRouterAsync();
            },
        },
        new("address-changed", "the provider changes the site's address", CauseName.NetworkLost)
        {
            Open = [CauseName.ConnectionReset],
            WhyOpen = NotToBeTold,
            Happen = victim => victim.Site.MoveAsync(),
        },
        Forgets("nat-forgets", "the NAT forgets quiet connections and drops late packets", "drop"),
        Forgets("nat-forgets-resets", "the NAT forgets quiet connections and resets on late packets", Reset),
        new("reset", "a firewall resets the connection at both ends", CauseName.ConnectionReset)
        {
            Happen = victim => victim.Device.ResetAsync(),
        },
        new("reset-device", "a firewall resets the connection at the device's end", CauseName.ConnectionReset)
        {
            Open = [CauseName.NetworkLost, CauseName.IdleTimeout],
            WhyOpen = NotToBeTold,
            Happen = victim => RuleAsync(victim, OneReset, 330, 360),
        },
        new("dropped", "a firewall drops all packets for minutes", CauseName.NetworkLost)
        {
            Happen = victim => RuleAsync(victim, "drop", 480, 720),
        },
        new("rejected", "a firewall rejects all packets for minutes", CauseName.NetworkLost)
        {
            Happen = victim => RuleAsync(victim, "reject with icmp type admin-prohibited", 480, 720),
        },
        .. from percent in (int[])[5, 20, 60]
        select new LabFault(
            $"loss-{percent}",
            $"{percent} % of the packets are lost for minutes",
            CauseName.NetworkLost,
            CauseName.ConnectionReset,
            // A client that gives up on a line may say goodbye, and nothing else is in the log.
            CauseName.ClientClosed
        )
        {
            MayPass = true,
            Open = [CauseName.DeviceRestarted],
            WhyOpen = ShortOutage,
            Happen = victim => RuleAsync(victim, $"numgen random mod 100 < {percent} drop", 480, 720),
        },
        KeptOut(
            "tls-cut",
            "reset, and no TLS handshake gets through for minutes",
            victim => RuleAsync(victim, "meta length > 600 drop", 480, 720)
        ),
        KeptOut("names-late", "reset, and the name server answers late", victim => NamesAsync(victim, NameFault.Late)),
        KeptOut(
            "names-wrong",
            "reset, and the name server answers wrong",
            victim => NamesAsync(victim, NameFault.Wrong)
        ),
    ];

    /// <summary>What is reset, and cannot come back.</summary>
    private static LabFault KeptOut(string name, string text, Func<Victim, Task> barrier) =>
        new(name, text, CauseName.ConnectionReset, CauseName.NetworkLost)
        {
            Open = [CauseName.DeviceRestarted],
            WhyOpen = "what keeps a device from connecting is nowhere in the log",
            Happen = async victim =>
            {
                var over = barrier(victim);
                await victim.Device.ResetAsync();
                await over;
            },
        };

    private static LabFault Forgets(string name, string text, string verdict) =>
        new(name, text, CauseName.IdleTimeout)
        {
            IsQuiet = true,
            Open = [CauseName.NetworkLost, CauseName.ConnectionReset],
            WhyOpen = "nothing tells what is silent, a router or a network",
            Befalls = client => client is not MqttNetClient,
            Prepare = victim => victim.Site.ForgetAfterAsync(victim.Device.Client.KeepAlive / 2, verdict),
            Happen = victim => victim.WaitAsync(900, 1200),
        };

    private static async Task RuleAsync(Victim victim, string rule, double least, double most)
    {
        await victim.Site.RuleAsync(rule);
        await victim.WaitAsync(least, most);
        await victim.Site.ClearAsync();
    }

    private static async Task NamesAsync(Victim victim, NameFault fault)
    {
        victim.Site.AnswerNames(fault);
        await victim.WaitAsync(480, 720);
        victim.Site.AnswerNames(null);
    }
}
