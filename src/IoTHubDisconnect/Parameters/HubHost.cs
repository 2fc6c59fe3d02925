using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>A hub by its names.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="HostName">What devices call it.</param>
/// <param name="GatewayHostName">The gateway that its connection string names; null for none.</param>
internal sealed record HubHost(string Name, string HostName, string? GatewayHostName = null)
{
    /// <summary>A name with a dot, or an address, is the host name; to a bare one belongs the cloud's suffix.</summary>
    /// <exception cref="AzureException">No hub and no host can have the name.</exception>
    public static HubHost Of(string name, AzureEnvironment cloud)
    {
        var plain = name.Trim().ToLowerInvariant();
        if (plain.Contains('.') || plain.Contains(':'))
            return OfHost(plain);
        return HubName.IsWellFormed(plain)
            ? new HubHost(plain, $"{plain}.{cloud.HubSuffix}")
            : throw new AzureException(AzureErrorKind.ResourceNotFound, $"'{plain}' is no {HubName.Form}.")
            {
                Target = plain,
            };
    }

    public static HubHost OfHost(string hostName, string? gateway = null) =>
        new(System.Net.IPAddress.TryParse(hostName, out _) ? hostName : hostName.Split('.')[0], hostName, gateway);
}
