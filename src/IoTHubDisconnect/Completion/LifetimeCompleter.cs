using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the usual token lifetimes.</summary>
public sealed class LifetimeCompleter : IArgumentCompleter
{
    private static readonly string[] Lifetimes = ["60m", "20m", "30m", "2h", "4h", "24h"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        Lifetimes
            .Where(l => l.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(l => new CompletionResult(l));
}
