using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect;

/// <summary>
/// A hub as Azure Resource Manager shows it, as far as it may matter to connections. These are today's settings, not
/// those of the log's time.
/// </summary>
public sealed class HubSettings
{
    internal HubSettings(string resourceId) => ResourceId = resourceId;

    /// <summary>The ARM resource id.</summary>
    public string ResourceId { get; }

    /// <summary>The hub's name.</summary>
    public string HubName => HubResourceId.NameOf(ResourceId);

    /// <summary>The size of a unit, such as <c>F1</c> or <c>S2</c>; null where the answer does not say.</summary>
    public string? Tier { get; internal init; }

    /// <summary>How many units; null where the answer does not say.</summary>
    public int? Units { get; internal init; }

    /// <summary>The state, which is <c>Active</c> for a hub at work; null where the answer does not say.</summary>
    public string? State { get; internal init; }

    /// <summary>The name that all have used so far; null where the answer does not say.</summary>
    public string? HostName { get; internal init; }

    /// <summary>
    /// The name that devices connect to at a hub of the second gateway, with TLS 1.3; null where the hub has none.
    /// </summary>
    public string? DeviceHostName { get; internal init; }

    /// <summary>
    /// The name for the registry, twins and methods of a hub of the second gateway; null where the hub has none.
    /// </summary>
    public string? ServiceHostName { get; internal init; }

    /// <summary>The version of the hub's gateway, <c>V1</c> or <c>V2</c>; null where the answer does not say.</summary>
    public string? GatewayVersion { get; internal init; }

    /// <summary>The region that the hub was created in; null where the answer does not say.</summary>
    public string? Location { get; internal init; }

    /// <summary>The paired regions with their roles; empty where the answer does not say.</summary>
    public TextList<HubLocation> Locations { get; internal init; } = new([]);

    /// <summary>Whether the hub takes connections from the internet at all.</summary>
    public bool IsPublic { get; internal init; } = true;

    /// <summary>
    /// The rules of the older IP filter, in their order: the first that fits decides, and where none fits the address
    /// is let in.
    /// </summary>
    public TextList<HubAddressRule> IpFilterRules { get; internal init; } = new([]);

    /// <summary>The rules of the network rule set, in their order.</summary>
    public TextList<HubAddressRule> NetworkRules { get; internal init; } = new([]);

    /// <summary>Whether an address that no rule of the set fits is kept out.</summary>
    public bool DeniesByDefault { get; internal init; }

    /// <summary>Whether SAS tokens signed with one of the hub's own keys are refused.</summary>
    public bool DisableLocalAuth { get; internal init; }

    /// <summary>Whether the SAS tokens of devices are refused.</summary>
    public bool DisableDeviceSas { get; internal init; }

    /// <summary>Whether the SAS tokens of modules are refused.</summary>
    public bool DisableModuleSas { get; internal init; }

    /// <summary>The oldest version of TLS that is let in; null where none was set.</summary>
    public string? MinTlsVersion { get; internal init; }

    /// <summary>Whether the hub runs in its paired region instead of the one it was created in.</summary>
    public bool HasFailedOver =>
        Locations.FirstOrDefault(l => l.IsPrimary) is { } primary
        && Location is { } home
        && !IsSameRegion(primary.Name, home);

    /// <inheritdoc/>
    public override string ToString() => $"{Tier} × {Units}, {State}";

    /// <summary>Azure writes a region as <c>westeurope</c> here and as <c>West Europe</c> there.</summary>
    private static bool IsSameRegion(string a, string b) =>
        a.Replace(" ", "", StringComparison.Ordinal)
            .Equals(b.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
