using System.Net;

namespace NetworkLab.Network;

/// <summary>
/// A router that translates addresses, with devices behind it. Its line leads to the middle; each device's cable to it.
/// </summary>
internal sealed class Site(byte number, int devices, LabNetwork network, NameServer names)
{
    private const string Chains = """
        nft -f - <<'RULES'
        table ip lab {
            chain faults { }
            chain late { }
            chain forward { type filter hook forward priority 0; jump faults; jump late; }
            chain nat { type nat hook postrouting priority 100; oifname "wan" masquerade; }
        }
        RULES
        """;

    public byte Number => number;

    private string Router => $"router{number}";

    private string Line => $"line{number}";

    /// <summary>The address that the hub sees.</summary>
    public IPAddress Address { get; private set; } = new([198, 18, number, 2]);

    /// <summary>The namespace of a device.</summary>
    public string Space(int device) => $"device{number}-{device}";

    public async Task BuildAsync()
    {
        await Shell.RunAsync(
            $"""
            {string.Join('\n', Spaces.Append(Router).Select(space => $"ip netns add {space}"))}
            ip -batch - <<'LINKS'
            link add {Line} type veth peer name wan netns {Router}
            addr add 198.18.{number}.1/24 dev {Line}
            addr add 198.19.{number}.1/24 dev {Line}
            link set {Line} up
            LINKS
            """
        );
        await Shell.RunAsync(
            Router,
            $"""
            ip -batch - <<'LINKS'
            link set wan up
            addr add {Address}/24 dev wan
            route add default via 198.18.{number}.1
            {string.Join('\n', Enumerable.Range(0, devices).Select(Cable))}
            LINKS
            {network.Times.OfRouter}
            {Chains}
            """
        );
        foreach (var device in Enumerable.Range(0, devices))
            await Shell.RunAsync(
                Space(device),
                $"""
                ip -batch - <<'LINKS'
                link set lo up
                link set eth0 up
                addr add 10.0.{device}.2/24 dev eth0
                route add default via 10.0.{device}.1
                LINKS
                {network.Times.OfHost}
                """
            );
    }

    /// <summary>Takes it down. Links go with their namespaces.</summary>
    public Task RemoveAsync() =>
        Shell.RunAsync(string.Join('\n', Spaces.Append(Router).Select(space => $"ip netns del {space}")));

    /// <summary>The device's carrier goes and comes.</summary>
    public Task UnplugAsync(int device) => Shell.RunAsync(Router, $"ip link set lan{device} down");

    public Task PlugAsync(int device) => Shell.RunAsync(Router, $"ip link set lan{device} up");

    /// <summary>The site's carrier goes and comes.</summary>
    public Task LoseLineAsync() => Shell.RunAsync($"ip link set {Line} down");

    public Task RegainLineAsync() => Shell.RunAsync($"ip link set {Line} up");

    /// <summary>The router goes down: what it kept in mind of connections is lost.</summary>
    public Task StopRouterAsync() =>
        Shell.RunAsync(Router, string.Join('\n', Lans.Prepend("wan").Select(link => $"ip link set {link} down")));

    /// <summary>And is up again.</summary>
    public Task StartRouterAsync() =>
        Shell.RunAsync(
            Router,
            string.Join('\n', Lans.Prepend("wan").Select(link => $"ip link set {link} up")) + $"\n{Route}"
        );

    /// <summary>The provider gives the site another address.</summary>
    public Task MoveAsync()
    {
        var old = Address;
        Address = new([198, 19, number, 2]);
        return Shell.RunAsync(
            Router,
            $"""
            ip addr del {old}/24 dev wan
            ip addr add {Address}/24 dev wan
            {Route}
            """
        );
    }

    /// <summary>What the router does to all packets: a rule of nftables, such as drop.</summary>
    public Task RuleAsync(string rule) => Shell.RunAsync(Router, $"nft 'add rule ip lab faults {rule}'");

    /// <summary>Takes back what it was told to do.</summary>
    public Task ClearAsync() => Shell.RunAsync(Router, "nft flush chain ip lab faults");

    /// <summary>
    /// Lets the router forget quiet connections after a time, and not take their late packets for new ones.
    /// </summary>
    /// <param name="time">How long it remembers.</param>
    /// <param name="verdict">What becomes of late packets, such as drop.</param>
    public Task ForgetAfterAsync(TimeSpan time, string verdict) =>
        Shell.RunAsync(
            Router,
            $"""
            {network.Times.Memory(time)}
            echo 0 > /proc/sys/net/netfilter/nf_conntrack_tcp_loose
            nft add rule ip lab late ct state invalid {verdict}
            """
        );

    /// <summary>What the name server does to the site; null for what it should.</summary>
    public void AnswerNames(NameFault? fault) => names.Suffer(Address, fault);

    private IEnumerable<string> Lans => Enumerable.Range(0, devices).Select(device => $"lan{device}");

    private IEnumerable<string> Spaces => Enumerable.Range(0, devices).Select(Space);

    private string Route => $"ip route replace default via 198.{Address.GetAddressBytes()[1]}.{number}.1";

    private string Cable(int device) =>
        $"""
            link add lan{device} type veth peer name eth0 netns {Space(device)}
            addr add 10.0.{device}.1/24 dev lan{device}
            link set lan{device} up
            """;
}
