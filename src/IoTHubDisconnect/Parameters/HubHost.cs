using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>A hub by its names.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="HostName">What devices call it.</param>
/// <param name="GatewayHostName">The gateway that its connection string names; null for none.</param>
internal sealed record HubHost(string Name, string HostName, string? GatewayHostName = null)
{
    /// <summary>What services call it, where that is another name; null where it is not known to be.</summary>
    public string? ServiceHostName { get; private init; }

    /// <summary>Whether its host name was made of its name, for want of a better one.</summary>
    public bool IsGuess { get; init; }

    /// <summary>A name with a dot, or an address, is the host name; to a bare one belongs the cloud's suffix.</summary>
    /// <exception cref="AzureException">No hub and no host can have the name.</exception>
    public static HubHost Of(string name, AzureEnvironment cloud)
    {
        var plain = name.Trim().ToLowerInvariant();
        if (plain.Contains('.') || plain.Contains(':'))
            return OfHost(plain);
        return HubName.IsWellFormed(plain)
            ? new HubHost(plain, $"{plain}.{cloud.HubSuffix}") { IsGuess = true }
            : throw new AzureException(AzureErrorKind.ResourceNotFound, $"'{plain}' is no {HubName.Form}.")
            {
                Target = plain,
            };
    }

    public static HubHost OfHost(string hostName, string? gateway = null) =>
        new(System.Net.IPAddress.TryParse(hostName, out _) ? hostName : hostName.Split('.')[0], hostName, gateway);

    /// <summary>The same hub by the names that Azure has for it; a host name that a person gave stays.</summary>
    public HubHost As(HubSettings hub) =>
        IsGuess
            ? this with
            {
                HostName = (hub.DeviceHostName ?? hub.HostName ?? HostName).ToLowerInvariant(),
                ServiceHostName = (hub.ServiceHostName ?? hub.HostName)?.ToLowerInvariant(),
            }
        : IsOneOf(hub.HostName, hub.DeviceHostName, hub.ServiceHostName)
            ? this with
            {
                ServiceHostName = hub.ServiceHostName?.ToLowerInvariant(),
            }
        : this;

    private bool IsOneOf(params string?[] names) => names.Contains(HostName, StringComparer.OrdinalIgnoreCase);
}
