using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Whether the caller can read the places that Connections are sent to, one by one.</summary>
internal sealed class DestinationCheck : LoggingCheck
{
    private const string Container = "insights-logs-connections";

    private static readonly TimeSpan Recent = TimeSpan.FromHours(24);

    public override string Name => "Destination";

    public override async IAsyncEnumerable<DisconnectLoggingCheck> RunAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        AzureCall call
    )
    {
        foreach (var workspace in Distinct(findings, s => s.WorkspaceId))
            yield return At(
                workspace,
                await WorkspaceCheck.RunAsync(azure, findings, workspace, call).ConfigureAwait(false)
            );
        foreach (var account in Distinct(findings, s => s.StorageAccountId))
            yield return At(account, await StorageAsync(azure, findings, account, call).ConfigureAwait(false));
        foreach (var eventHub in Distinct(findings, s => s.EventHub))
            yield return At(
                eventHub,
                findings.Passed(
                    "EventHub",
                    $"Connections go to the event hub {HubResourceId.NameOf(eventHub)}. Files captured "
                        + "there can be read with -Path."
                )
            );
    }

    private static IEnumerable<string> Distinct(LoggingFindings findings, Func<DiagnosticSetting, string?> of) =>
        (findings.Sending ?? []).Select(of).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    private static DisconnectLoggingCheck At(string destination, DisconnectLoggingCheck check)
    {
        check.Destination = destination;
        return check;
    }

    private static async Task<DisconnectLoggingCheck> StorageAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        string accountId,
        AzureCall call
    )
    {
        const string check = "Storage";
        var name = HubResourceId.NameOf(accountId);
        var (endpoint, hidden) = await AskAsync(() => azure.Resources.GetBlobEndpointAsync(accountId, call))
            .ConfigureAwait(false);
        if (hidden?.Kind == AzureErrorKind.AccessDenied)
            return findings.Warning(
                check,
                $"The identity may not look up the storage account {name}; its blobs may be readable with "
                    + "-StorageContainerUri all the same.",
                $"Give the identity the roles Reader and Storage Blob Data Reader on {name}."
            );
        if (hidden is not null)
            return findings.Refused(check, $"the storage account {name}", hidden);
        var now = DateTimeOffset.UtcNow;
        var container = azure.OpenContainer(new Uri(endpoint!, Container));
        var (blobs, refusal) = await AskAsync(() =>
                container.FindAsync(
                    BlobLogQuery.ForPeriod(now - Recent, now) with
                    {
                        ResourceIds = [findings.ResourceId!],
                    },
                    call
                )
            )
            .ConfigureAwait(false);
        return refusal?.Kind switch
        {
            null when blobs!.Sources.Count > 0 => findings.Passed(
                check,
                $"{container.Name} can be read; the hub filed {blobs.Sources.Count} blob(s) there within "
                    + $"{Recent.TotalHours:0} hours."
            ),
            null when blobs!.LastHour is { } last => findings.Warning(
                check,
                $"{container.Name} can be read, but the hub's newest blob is of {last.UtcDateTime:u}.",
                "No device connected or disconnected since, or the rows no longer arrive: see whether the "
                    + "diagnostic setting was changed."
            ),
            null => findings.Warning(
                check,
                $"{container.Name} can be read, but has no blob of this hub.",
                "Azure files the first within an hour once devices connect; a rule may delete old ones "
                    + "under Lifecycle management of the account."
            ),
            AzureErrorKind.ContainerNotFound => findings.Warning(
                check,
                $"The storage account {name} has no container {Container} yet.",
                "Azure makes the container with the first row, up to an hour after a new diagnostic "
                    + "setting; until then nothing was logged."
            ),
            _ => findings.Refused(check, container.Name, refusal),
        };
    }
}
