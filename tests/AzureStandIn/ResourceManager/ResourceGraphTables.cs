namespace AzureStandIn.ResourceManager;

/// <summary>The tables of Azure Resource Graph, with what is visible of some subscriptions.</summary>
internal static class ResourceGraphTables
{
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["id"] = "string",
        ["name"] = "string",
        ["type"] = "string",
        ["tenantId"] = "string",
        ["kind"] = "string",
        ["location"] = "string",
        ["resourceGroup"] = "string",
        ["subscriptionId"] = "string",
        ["managedBy"] = "string",
        ["sku"] = "dynamic",
        ["plan"] = "dynamic",
        ["properties"] = "dynamic",
        ["tags"] = "dynamic",
        ["identity"] = "dynamic",
        ["zones"] = "dynamic",
    };

    public static Dictionary<string, object> Of(Estate estate, IReadOnlyCollection<string> subscriptions)
    {
        bool IsVisible(ArmId id) => subscriptions.Any(known => Estate.Same(known, id.SubscriptionId));
        var resources = estate
            .Hubs.Where(hub => IsVisible(hub.Id))
            .Select(hub => Row(hub.Id, hub.Location, IotHubJson.Sku(hub), IotHubJson.Properties(hub, "2023-06-30")))
            .Concat(
                estate
                    .Workspaces.Where(workspace => IsVisible(workspace.Id))
                    .Select(workspace => Row(workspace.Id, "westeurope", null, WorkspaceJson.Properties(workspace)))
            );
        var containers = subscriptions.Select(id =>
            (object)
                new
                {
                    id = $"/subscriptions/{id}",
                    name = estate.NameOf(id),
                    type = "microsoft.resources/subscriptions",
                    subscriptionId = id,
                    properties = new { state = "Enabled" },
                }
        );
        return new Dictionary<string, object>
        {
            ["resources"] = new { columns = Columns, rows = resources },
            ["resourcecontainers"] = new { columns = Columns, rows = containers },
        };
    }

    // Types and groups are in lower case there, whatever the resource's own.
    private static object Row(ArmId id, string location, object? sku, object properties) =>
        new
        {
            id = id.ToString(),
            name = id.Name,
            type = id.Type.ToLowerInvariant(),
            location,
            resourceGroup = id.ResourceGroup.ToLowerInvariant(),
            subscriptionId = id.SubscriptionId.ToLowerInvariant(),
            sku,
            properties,
        };
}
