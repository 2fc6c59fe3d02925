using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the usual periods.</summary>
public sealed class PeriodCompleter : IArgumentCompleter
{
    private static readonly (string Text, string Meaning)[] Periods =
    [
        ("1h", "the last hour"),
        ("24h", "the last day"),
        ("7d", "the last week"),
        ("30d", "the last 30 days"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        Periods
            .Where(p => p.Text.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(p => new CompletionResult(p.Text, p.Text, CompletionResultType.ParameterValue, p.Meaning));
}
