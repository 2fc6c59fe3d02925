using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the hubs that this session has met.</summary>
public sealed class HubCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        if (AzureSession.Current is not { } session) return [];
        return session.Hubs.Select(id => parameterName == "HubName" ? HubResourceId.NameOf(id) : id)
            .Where(text => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase)
            .Select(text => new CompletionResult(text));
    }
}
