using System.Text.Json;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>
/// What the service says of the caller's access beside the rows that it gives: workspaces without it are left out of an
/// answer as if they held nothing, and so is a table that a role keeps closed.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/azure-monitor/logs/api/azure-resource-queries#partial-access</remarks>
internal static class LogPermissions
{
    /// <summary>The workspaces that hold rows of what was asked for and may not be read.</summary>
    public static IReadOnlyList<DeniedWorkspace> DeniedIn(JsonElement answer)
    {
        if (!answer.TryGetProperty("permissions", out var permissions))
            return [];
        var readable = Items(permissions, "dataSources").ToLookup(ResourceIdOf, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Items(permissions, "resources")
                .SelectMany(resource =>
                    Items(resource, "dataSources")
                        .Select(source =>
                            source.ValueKind == JsonValueKind.String ? source.GetString() : ResourceIdOf(source)
                        )
                        .OfType<string>()
                        .Select(id => new DeniedWorkspace(id, DeniesTable(resource) || readable[id].Any(DeniesTable)))
                )
                .Where(workspace => workspace.IsOfTable || !readable.Contains(workspace.ResourceId)),
        ];
    }

    private static bool DeniesTable(JsonElement item) =>
        Items(item, "denyTables")
            .Any(table =>
                table.ValueKind == JsonValueKind.String
                && ConnectionQuery.DefaultTable.Equals(table.GetString(), StringComparison.OrdinalIgnoreCase)
            );

    private static string? ResourceIdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("resourceId", out var id) ? id.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var list)
        && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];
}
