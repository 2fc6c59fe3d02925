using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Hubs;

/// <summary>Which hubs are meant; what is null is not known.</summary>
/// <param name="SubscriptionId">The subscription; null to look through all that the identity sees.</param>
/// <param name="ResourceGroup">The resource group; null for any.</param>
/// <param name="Name">The hub's name, which no other hub of the same cloud has; null for any.</param>
internal sealed record HubName(string? SubscriptionId, string? ResourceGroup, string? Name)
{
    /// <summary>What a hub's name is, as a pattern and in words.</summary>
    public const string Pattern = "[A-Za-z0-9-]+";

    /// <inheritdoc cref="Pattern"/>
    public const string Form = "name of a hub: letters, digits and hyphens, without the domain";

    /// <summary>Whether a hub can have the name.</summary>
    public static bool IsWellFormed(string name) => Regex.IsMatch(name, $@"\A{Pattern}\z");

    /// <summary>The parts of a hub's ARM resource id.</summary>
    public static HubName Of(string resourceId)
    {
        var parts = resourceId.Split('/');
        return new HubName(parts[2], parts[4], parts[8]);
    }

    /// <summary>The ARM resource id, where it follows from what is known.</summary>
    public string? ResourceId =>
        SubscriptionId is null || ResourceGroup is null || Name is null
            ? null
            : $"/subscriptions/{SubscriptionId}/resourceGroups/{ResourceGroup}/providers/Microsoft.Devices"
                + $"/IotHubs/{Name}";

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(Name is null ? "hubs" : $"hub '{Name}'")}"
        + $"{(ResourceGroup is null ? "" : $" in resource group '{ResourceGroup}'")}"
        + (
            SubscriptionId is null
                ? " in the subscriptions that the identity sees"
                : $" of subscription {SubscriptionId}"
        );
}
