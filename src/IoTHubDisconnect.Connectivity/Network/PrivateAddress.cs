using System.Net;
using System.Net.Sockets;

namespace IoTHubDisconnect.Connectivity.Network;

/// <summary>Addresses that the internet does not carry: RFC 1918, RFC 6598, RFC 4193.</summary>
internal static class PrivateAddress
{
    private static readonly IPNetwork[] Networks =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("::1/128"),
    ];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Networks.Any(network =>
            network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain)
        );
    }
}
