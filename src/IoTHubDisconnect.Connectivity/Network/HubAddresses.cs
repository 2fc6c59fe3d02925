using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using IoTHubDisconnect.Connectivity.Steps;

namespace IoTHubDisconnect.Connectivity.Network;

/// <summary>Where hosts are, looked up once each.</summary>
internal sealed class HubAddresses(ConnectivityTest test)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IPAddress[]>>> _found = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The addresses of a host, or the one that the test was told.</summary>
    public Task<IPAddress[]> FindAsync(string host) =>
        test.Address is { } given
            ? Task.FromResult<IPAddress[]>([given])
            : _found.GetOrAdd(host, name => new Lazy<Task<IPAddress[]>>(() => LookUpAsync(name))).Value;

    /// <summary>The step Dns.</summary>
    public async Task<StepOutcome> TestAsync(CancellationToken cancellation)
    {
        if (test.Address is { } given)
            return StepOutcome.Skipped($"The address {given} was given.");
        if (IPAddress.TryParse(test.Host, out _))
            return StepOutcome.Skipped("The host is given by its address.");
        var addresses = await FindAsync(test.Host).WaitAsync(cancellation).ConfigureAwait(false);
        var isPrivate = addresses.All(PrivateAddress.Is);
        var kind =
            addresses.All(IPAddress.IsLoopback) ? "this machine itself"
            : isPrivate ? "private addresses: a private endpoint, or a DNS of your own"
            : "public addresses";
        return StepOutcome.Passed(
            $"{string.Join(", ", addresses.Take(4).Select(a => a.ToString()))}{(addresses.Length > 4 ? " …" : "")} "
                + $"({kind})."
        ) with
        {
            Detail = new Dictionary<string, object?>
            {
                ["Addresses"] = addresses.Select(a => a.ToString()).ToArray(),
                ["IsPrivate"] = isPrivate,
            },
        };
    }

    private async Task<IPAddress[]> LookUpAsync(string host)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        var all = await Dns.GetHostAddressesAsync(host).ConfigureAwait(false);
        var wanted = all.Where(address =>
                test.Family == AddressFamily.Unspecified || address.AddressFamily == test.Family
            )
            .ToArray();
        return wanted.Length > 0
            ? wanted
            : throw new StepFailure(
                ConnectivityFinding.DnsNotFound,
                $"The name has no address of {(test.Family == AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4")}."
            );
    }
}
