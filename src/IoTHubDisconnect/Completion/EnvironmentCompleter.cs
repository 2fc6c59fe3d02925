using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Completes the names of the Azure clouds.</summary>
public sealed class EnvironmentCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        from environment in AzureEnvironment.Known
        where environment.Name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(
            environment.Name,
            environment.Name,
            CompletionResultType.ParameterValue,
            environment.ResourceManager.Host
        );
}
