using IoTHubDisconnect.Cloud;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Queries;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Whether the caller can read the places that Connections are sent to, one by one.</summary>
internal sealed class DestinationCheck : LoggingCheck
{
    private const string Container = "insights-logs-connections";

    public override string Name => "Destination";

    public override async IAsyncEnumerable<DisconnectLoggingCheck> RunAsync(IAzureConnection azure, LoggingFindings findings, AzureCall call)
    {
        foreach (var workspace in Distinct(findings, s => s.WorkspaceId)) yield return At(workspace, await WorkspaceAsync(azure, findings, workspace, call).ConfigureAwait(false));
        foreach (var account in Distinct(findings, s => s.StorageAccountId)) yield return At(account, await StorageAsync(azure, findings, account, call).ConfigureAwait(false));
        foreach (var eventHub in Distinct(findings, s => s.EventHub))
            yield return At(eventHub, findings.Passed("EventHub", $"Connections go to the event hub {HubResourceId.NameOf(eventHub)}. Files captured there can be read with -Path."));
    }

    private static IEnumerable<string> Distinct(LoggingFindings findings, Func<DiagnosticSetting, string?> of) =>
        (findings.Sending ?? []).Select(of).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    private static DisconnectLoggingCheck At(string destination, DisconnectLoggingCheck check)
    {
        check.Destination = destination;
        return check;
    }

    private static async Task<DisconnectLoggingCheck> WorkspaceAsync(IAzureConnection azure, LoggingFindings findings, string workspaceId, AzureCall call)
    {
        const string check = "Workspace";
        var name = HubResourceId.NameOf(workspaceId);
        var (id, hidden) = await AskAsync(() => azure.Resources.GetWorkspaceAsync(workspaceId, call)).ConfigureAwait(false);
        if (hidden?.Kind == AzureErrorKind.AccessDenied) return findings.Warning(check, $"The identity may not look up the workspace {name}; its rows may be readable by way of the hub all the same.", $"Give the identity the role Log Analytics Reader on {name}.");
        if (hidden is not null) return findings.Failed(check, hidden);
        var (_, refusal) = await AskAsync(async () =>
        {
            await using var answer = await azure.QueryAsync(new LogQuery(new WorkspaceTarget(id), $"{ConnectionQuery.DefaultTable} | take 1 | project TimeGenerated"), call).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return refusal?.Kind switch
        {
            null => findings.Passed(check, $"The workspace {name} ({id}) can be read."),
            AzureErrorKind.TableNotFound => findings.Warning(check, $"The workspace {name} has no table {ConnectionQuery.DefaultTable}: nothing was ever sent there.", "Wait a quarter of an hour after a new diagnostic setting, and for a device to connect."),
            _ => findings.Failed(check, refusal),
        };
    }

    private static async Task<DisconnectLoggingCheck> StorageAsync(IAzureConnection azure, LoggingFindings findings, string accountId, AzureCall call)
    {
        const string check = "Storage";
        var name = HubResourceId.NameOf(accountId);
        var (hasBlobs, refusal) = await AskAsync(() => azure.Resources.ListContainerAsync(accountId, Container, call)).ConfigureAwait(false);
        return refusal?.Kind switch
        {
            null when hasBlobs => findings.Passed(check, $"The container {Container} of the storage account {name} can be read."),
            null => findings.Warning(check, $"The container {Container} of the storage account {name} is empty.", "Azure writes a blob an hour once devices connect; a rule may delete old ones under Lifecycle management."),
            AzureErrorKind.ResourceNotFound => findings.Warning(check, $"The storage account {name} or its container {Container} is not there: {refusal.Message}", "Azure makes the container with the first row, up to an hour after a new diagnostic setting; check that the account was not deleted."),
            AzureErrorKind.AccessDenied => findings.Failed(check, refusal.Message, $"Give the identity the role Storage Blob Data Reader on the storage account {name}, and check the account's network rules."),
            _ => findings.Failed(check, refusal),
        };
    }
}
