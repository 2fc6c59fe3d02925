using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the hosts that this runspace has named at its last sign-in.</summary>
public sealed class TrustedHostCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        from host in AzureSession.Current?.Connection.Hosts.Named ?? []
        where host.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(host);
}
