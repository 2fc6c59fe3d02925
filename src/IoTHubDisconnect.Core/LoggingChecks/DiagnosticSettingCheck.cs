using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Whether a diagnostic setting sends Connections anywhere: without one the hub logs nothing.</summary>
internal sealed class DiagnosticSettingCheck : LoggingCheck
{
    private const string HowTo =
        "Enable-DisconnectLogging sends the category Connections to a Log Analytics workspace, a storage account or "
        + "an event hub, and so do the diagnostic settings of the hub in the Azure portal. Only what happens "
        + "afterwards is logged.";

    public override string Name => "DiagnosticSetting";

    public override async IAsyncEnumerable<DisconnectLoggingCheck> RunAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        AzureCall call
    )
    {
        var (settings, refusal) = await AskAsync(() =>
                azure.Resources.GetDiagnosticSettingsAsync(findings.ResourceId!, call)
            )
            .ConfigureAwait(false);
        if (refusal is not null)
        {
            yield return findings.Refused(Name, "the hub's diagnostic settings", refusal, CheckState.Warning);
            yield break;
        }
        findings.Sending = [.. settings!.Where(s => s.SendsConnections)];
        if (findings.Sending.Count > 0)
        {
            yield return findings.Passed(
                Name,
                string.Join(
                    " ",
                    findings.Sending.Select(s =>
                        $"'{s.Name}' sends Connections to {string.Join(", ", DestinationsOf(s))}."
                    )
                )
            );
            yield break;
        }
        findings.Blocked = "No diagnostic setting sends Connections.";
        yield return settings!.Count == 0
            ? findings.Failed(
                Name,
                "The hub has no diagnostic setting, so that its connections are logged nowhere.",
                HowTo
            )
        : settings.FirstOrDefault(s => s.ListsConnections) is { } off
            ? findings.Failed(
                Name,
                $"The diagnostic setting '{off.Name}' has Connections switched off.",
                $"Switch the category Connections on in '{off.Name}'. {HowTo}"
            )
        : findings.Failed(
            Name,
            "No diagnostic setting sends Connections: "
                + $"{string.Join(", ", settings.Select(s => $"'{s.Name}'"))} send(s) other categories.",
            HowTo
        );
    }

    private static IEnumerable<string> DestinationsOf(DiagnosticSetting setting)
    {
        if (setting.WorkspaceId is { } workspace)
            yield return $"the workspace {HubResourceId.NameOf(workspace)}";
        if (setting.StorageAccountId is { } storage)
            yield return $"the storage account {HubResourceId.NameOf(storage)}";
        if (setting.EventHub is { } eventHub)
            yield return $"the event hub {HubResourceId.NameOf(eventHub)}";
    }
}
