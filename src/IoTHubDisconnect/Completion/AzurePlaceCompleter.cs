using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IoTHubDisconnect.Cloud;
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
        var seen = parameterName == nameof(AzureLogCmdlet.HubName) ? SeenFleet.Latest.Hubs : [];
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
            (nameof(AzureLogCmdlet.WorkspaceId), WorkspaceTarget workspace) => $"{workspace.WorkspaceId}",
            (nameof(AzureLogCmdlet.ResourceId), ResourceTarget hub) => hub.ResourceId,
            (nameof(AzureLogCmdlet.HubName), ResourceTarget hub) => HubResourceId.NameOf(hub.ResourceId),
            (nameof(AzureLogCmdlet.ResourceGroupName), ResourceTarget hub) => hub.ResourceId.Split('/')[4],
            (nameof(AzureLogCmdlet.SubscriptionId), ResourceTarget hub) => hub.ResourceId.Split('/')[2],
            _ => null,
        };
}
