using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Offers the hubs and workspaces that this runspace has read from, and the hubs of the log that it read last; Azure is
/// not asked for more.
/// </summary>
public sealed class AzurePlaceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var word = wordToComplete.Trim('\'', '"');
        var seen = parameterName == nameof(FleetLogCmdlet.HubName) ? SeenFleet.Latest.Hubs : [];
        return (AzureSession.Current?.Places ?? [])
            .Select(place => ValueOf(parameterName, place))
            .OfType<string>()
            .Concat(seen)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(value => value.Contains(word, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(value => new CompletionResult(value));
    }

    private static string? ValueOf(string parameterName, LogTarget place) =>
        (parameterName, place) switch
        {
            (nameof(FleetLogCmdlet.WorkspaceId), WorkspaceTarget workspace) => $"{workspace.WorkspaceId}",
            (nameof(FleetLogCmdlet.ResourceId), ResourceTarget hub) => hub.ResourceId,
            (nameof(FleetLogCmdlet.HubName), ResourceTarget hub) => HubResourceId.NameOf(hub.ResourceId),
            (nameof(FleetLogCmdlet.ResourceGroupName), ResourceTarget hub) => hub.ResourceId.Split('/')[4],
            (nameof(FleetLogCmdlet.SubscriptionId), ResourceTarget hub) => hub.ResourceId.Split('/')[2],
            _ => null,
        };
}
