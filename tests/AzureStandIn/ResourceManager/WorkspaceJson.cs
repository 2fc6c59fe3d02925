namespace AzureStandIn.ResourceManager;

/// <summary>A workspace as Azure Resource Manager shows it.</summary>
internal static class WorkspaceJson
{
    public static object Of(Workspace workspace) =>
        new
        {
            id = workspace.Id.ToString(),
            name = workspace.Id.Name,
            type = Workspace.Type,
            location = "westeurope",
            properties = Properties(workspace),
        };

    public static object Properties(Workspace workspace) =>
        new
        {
            customerId = workspace.CustomerId,
            provisioningState = "Succeeded",
            retentionInDays = workspace.RetentionInDays,
            sku = new { name = "PerGB2018" },
            features = new
            {
                enableLogAccessUsingOnlyResourcePermissions = workspace.EnableLogAccessUsingOnlyResourcePermissions,
            },
            workspaceCapping = new
            {
                dailyQuotaGb = workspace.DailyQuotaGb,
                quotaNextResetTime = "2026-11-29T02:00:00Z",
                dataIngestionStatus = workspace.DataIngestionStatus,
            },
            publicNetworkAccessForIngestion = "Enabled",
            publicNetworkAccessForQuery = workspace.PublicNetworkAccessForQuery,
        };
}
