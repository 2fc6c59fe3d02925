using System.Net;

namespace IoTHubDisconnect.Hubs;

/// <summary>An address as the hub logs it, its last part masked, held against the hub's rules.</summary>
internal static class MaskedAddress
{
    /// <summary>
    /// Whether the hub's network rules let the address in; null where they tell its neighbours apart, or the address is
    /// not of that form.
    /// </summary>
    public static bool? IsLetIn(string? address, HubSettings hub)
    {
        if (!TryBounds(address, out var first, out var last))
            return null;
        var filter = Judge(hub.IpFilterRules, first, last, otherwise: true);
        var rules = Judge(hub.NetworkRules, first, last, otherwise: !hub.DeniesByDefault);
        return filter == false || rules == false ? false
            : filter is null || rules is null ? null
            : true;
    }

    private static bool? Judge(IEnumerable<HubAddressRule> rules, IPAddress first, IPAddress last, bool otherwise)
    {
        foreach (var rule in rules)
        {
            if (!TryNetwork(rule.Addresses, out var network))
                return null;
            var (hasFirst, hasLast) = (network.Contains(first), network.Contains(last));
            if (hasFirst && hasLast)
                return rule.IsAllowed;
            if (hasFirst || hasLast || IsWithin(network, first))
                return null;
        }
        return otherwise;
    }

    /// <summary>Whether the rule names single ones of the addresses that the mask hides.</summary>
    private static bool IsWithin(IPNetwork network, IPAddress first) =>
        network.PrefixLength >= 24 && new IPNetwork(first, 24).Contains(network.BaseAddress);

    private static bool TryNetwork(string text, out IPNetwork network) =>
        IPNetwork.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : text + "/32", out network)
        && network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;

    private static bool TryBounds(string? address, out IPAddress first, out IPAddress last)
    {
        first = last = IPAddress.None;
        var parts = address?.Split('.') ?? [];
        var known = parts
            .SkipLast(1)
            .Select(p => byte.TryParse(p, out var part) ? part : (byte?)null)
            .OfType<byte>()
            .ToArray();
        if (parts.Length != 4 || known.Length != 3)
            return false;
        // Text with leading zeros, as in 100.000.008, would be taken for octal.
        first = new IPAddress([.. known, 0]);
        last = new IPAddress([.. known, 255]);
        return true;
    }
}
