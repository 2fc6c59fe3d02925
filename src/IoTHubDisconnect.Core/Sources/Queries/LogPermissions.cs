using System.Text.Json;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>
/// What the service says of the caller's access beside the rows that it gives: workspaces without it are left out of an
/// answer as if they held nothing.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/azure-monitor/logs/api/azure-resource-queries#partial-access</remarks>
internal static class LogPermissions
{
    /// <summary>The ARM ids of the workspaces that hold rows of what was asked for and may not be read.</summary>
    public static IReadOnlyList<string> DeniedIn(JsonElement answer)
    {
        if (!answer.TryGetProperty("permissions", out var permissions))
            return [];
        var readable = Items(permissions, "dataSources").Select(ResourceIdOf);
        return
        [
            .. Items(permissions, "resources")
                .SelectMany(resource => Items(resource, "dataSources"))
                .Select(source => source.ValueKind == JsonValueKind.String ? source.GetString() : ResourceIdOf(source))
                .OfType<string>()
                .Except(readable.OfType<string>(), StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static string? ResourceIdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("resourceId", out var id) ? id.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var list)
        && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];
}
