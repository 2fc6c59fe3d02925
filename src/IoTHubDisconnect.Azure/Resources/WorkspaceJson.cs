using System.Text.Json;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads a workspace as its resource provider describes it.</summary>
internal static class WorkspaceJson
{
    /// <returns>Null where it has no id for queries.</returns>
    public static LogWorkspace? Read(JsonElement workspace)
    {
        var properties = workspace.Member("properties");
        var capping = properties.Member("workspaceCapping");
        return Guid.TryParse(properties.Text("customerId"), out var id)
            ? new LogWorkspace(id)
            {
                IsPublic = properties.Text("publicNetworkAccessForQuery") is null or "Enabled",
                // What is not said is as the workspace was made, before there was a choice.
                TakesRolesOnResources =
                    properties.Member("features").Member("enableLogAccessUsingOnlyResourcePermissions")
                        is not { ValueKind: JsonValueKind.False },
                Ingestion = capping.Text("dataIngestionStatus"),
                DailyGigabytes = capping.Number("dailyQuotaGb") is > 0 and var cap ? cap : null,
                NextReset = capping.Time("quotaNextResetTime"),
                RetentionDays = (int?)properties.Number("retentionInDays"),
            }
            : null;
    }
}
