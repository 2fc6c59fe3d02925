using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the usual time limits.</summary>
public sealed class TimeoutCompleter : IArgumentCompleter
{
    private static readonly string[] Limits = ["15s", "5s", "30s", "60s"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        Limits
            .Where(l => l.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(l => new CompletionResult(l));
}
