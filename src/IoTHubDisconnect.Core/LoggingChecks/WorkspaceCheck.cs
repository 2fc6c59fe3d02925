using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Whether a workspace takes rows in, and lets the caller read them.</summary>
internal static class WorkspaceCheck
{
    private const string Check = "Workspace";
    private const string Cap = "azure/azure-monitor/logs/daily-cap";

    /// <summary>The page about the workspace's roles, and that about its network.</summary>
    public const string Access = "azure/azure-monitor/logs/manage-access#access-control-mode",
        Network = "azure/azure-monitor/logs/private-link-security";

    public static async Task<DisconnectLoggingCheck> RunAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        string workspaceId,
        AzureCall call
    )
    {
        var name = HubResourceId.NameOf(workspaceId);
        var (workspace, hidden) = await LoggingCheck
            .AskAsync(() => azure.Resources.GetWorkspaceAsync(workspaceId, call))
            .ConfigureAwait(false);
        if (hidden?.Kind == AzureErrorKind.AccessDenied)
            return findings.Warning(
                Check,
                $"The identity may not look up the workspace {name}; its rows may be readable by way of the "
                    + "hub all the same.",
                $"Give the identity the role Log Analytics Reader on {name}."
            );
        if (hidden is not null)
            return findings.Refused(Check, $"the workspace {name}", hidden);
        var (_, refusal) = await LoggingCheck
            .AskAsync(() => ReadAsync(azure, workspace!.CustomerId, call))
            .ConfigureAwait(false);
        if (Collecting(findings, name, workspace!) is { } cap)
        {
            cap.StopsRows = cap.State == CheckState.Failed;
            return cap;
        }
        return refusal is null
            ? findings.Passed(Check, Describe(name, workspace!))
            : Unreadable(findings, name, workspace!, refusal);
    }

    /// <summary>Whether rows may be read shows without going through all that there are.</summary>
    private static async Task<bool> ReadAsync(IAzureConnection azure, Guid workspace, AzureCall call)
    {
        await using var answer = await azure
            .QueryAsync(
                new LogQuery(
                    new WorkspaceTarget(workspace),
                    $"{ConnectionQuery.DefaultTable} | where TimeGenerated > ago(5m) | take 1 | project TimeGenerated"
                ),
                call
            )
            .ConfigureAwait(false);
        return true;
    }

    /// <summary>What keeps rows from coming in; null where nothing does.</summary>
    private static DisconnectLoggingCheck? Collecting(LoggingFindings findings, string name, LogWorkspace workspace)
    {
        var cap = workspace.DailyGigabytes is { } gigabytes
            ? string.Create(CultureInfo.InvariantCulture, $"its daily cap of {gigabytes:0.###} GB")
            : "its daily cap";
        return workspace.Ingestion switch
        {
            "OverQuota" => findings.Failed(
                Check,
                $"The workspace {name} has used up {cap}, and takes no rows "
                    + (workspace.NextReset is { } reset ? $"until {reset.UtcDateTime:u}." : "until the next day."),
                $"Raise the cap under Usage and estimated costs of {name} in the Azure portal. What was dropped is "
                    + "lost.",
                Cap
            ),
            "ForceOff" or "SubscriptionSuspended" => findings.Failed(
                Check,
                $"The workspace {name} takes no rows: Azure has switched that off ({workspace.Ingestion}).",
                "See whether the subscription is disabled, under Subscriptions in the Azure portal.",
                Cap
            ),
            "ApproachingQuota" => findings.Warning(
                Check,
                $"The workspace {name} has nearly used up {cap}; after that it takes no rows for the rest of the day.",
                $"Raise the cap under Usage and estimated costs of {name} in the Azure portal.",
                Cap
            ),
            _ => null,
        };
    }

    private static DisconnectLoggingCheck Unreadable(
        LoggingFindings findings,
        string name,
        LogWorkspace workspace,
        AzureException refusal
    ) =>
        refusal.Kind switch
        {
            AzureErrorKind.TableNotFound => findings.Warning(
                Check,
                $"The workspace {name} has no table {ConnectionQuery.DefaultTable}: nothing was ever sent there.",
                "Wait a quarter of an hour after a new diagnostic setting, and for a device to connect."
            ),
            AzureErrorKind.PrivateNetworkOnly => findings.Failed(
                Check,
                $"The workspace {name} answers no queries from this network: they come in by a private link or "
                    + "from its network perimeter alone.",
                AzureAdvice.For(AzureErrorKind.PrivateNetworkOnly),
                Network
            ),
            AzureErrorKind.AccessDenied when !workspace.IsPublic => findings.New(
                Check,
                workspace.TakesRolesOnResources ? CheckState.Warning : CheckState.Failed,
                $"The identity may not read the workspace {name}. Besides, queries come in by a private link or from "
                    + "its network perimeter alone.",
                MissingRows.FixOfBoth(name),
                Access
            ),
            AzureErrorKind.AccessDenied when !workspace.TakesRolesOnResources => findings.Failed(
                Check,
                $"The identity may not read the workspace {name}, which takes no notice of roles on the hub alone.",
                $"Give the identity the role Log Analytics Reader on {name}, or set the workspace's access control "
                    + "mode to 'Use resource or workspace permissions'.",
                Access
            ),
            AzureErrorKind.AccessDenied => findings.Passed(
                Check,
                $"The workspace {name} gives the hub's rows to whoever has a role on the hub. -WorkspaceId would take "
                    + $"the role Log Analytics Reader on {name}."
            ),
            _ => findings.Refused(Check, $"the workspace {name}", refusal),
        };

    private static string Describe(string name, LogWorkspace workspace) =>
        string.Create(CultureInfo.InvariantCulture, $"The workspace {name} ({workspace.CustomerId}) can be read")
        + (workspace.RetentionDays is { } days ? $", and keeps rows for {days} days." : ".")
        + (workspace.TakesRolesOnResources ? "" : " It takes no notice of roles on the hub alone.");
}
