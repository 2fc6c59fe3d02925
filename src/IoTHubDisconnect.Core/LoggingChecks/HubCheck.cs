using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Whether the hub is there, and at work.</summary>
internal sealed class HubCheck : LoggingCheck
{
    public override string Name => "Hub";

    public override async IAsyncEnumerable<DisconnectLoggingCheck> RunAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        AzureCall call
    )
    {
        var (id, unknown) = await AskAsync(() => HubLookup.FindAsync(azure.Resources, findings.Name, call))
            .ConfigureAwait(false);
        if (unknown is not null)
        {
            findings.Blocked = "The hub was not found.";
            yield return findings.Refused(Name, "the subscriptions", unknown);
            yield break;
        }
        findings.ResourceId = id;
        var (hub, refusal) = await AskAsync(() => azure.Resources.GetHubAsync(id!, call)).ConfigureAwait(false);
        if (refusal?.Kind == AzureErrorKind.AccessDenied)
        {
            yield return findings.Warning(
                Name,
                "The identity may not read the hub itself; its logs may be readable all the same.",
                "For the hub's settings as evidence, give the identity the role Reader or Monitoring Reader on the hub."
            );
        }
        else if (refusal is not null)
        {
            findings.Blocked =
                refusal.Kind == AzureErrorKind.ResourceNotFound
                    ? "There is no such hub."
                    : "The hub could not be asked about.";
            yield return findings.Refused(Name, "the hub", refusal);
        }
        else if (hub!.State is not (null or "Active"))
        {
            yield return findings.Warning(
                Name,
                $"{hub.HubName} ({hub.Tier}, {hub.Units} units) is {hub.State}.",
                "Look at the hub's overview in the Azure portal: devices connect to an active hub only."
            );
        }
        else
        {
            yield return findings.Passed(
                Name,
                $"{hub.HubName} is {hub.State ?? "there"}: {hub.Tier} with {hub.Units} unit(s) in "
                    + $"{hub.Locations.FirstOrDefault(l => l.IsPrimary)?.Name ?? hub.Location}"
                    + $"{(hub.GatewayVersion is { } gateway ? $", with gateway {gateway}" : "")}."
            );
        }
    }
}
