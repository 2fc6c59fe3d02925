using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IoTHubDisconnect.Alerts;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the times that an alert rule can look at.</summary>
public sealed class ScheduleCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        AlertSchedule
            .Offered.Select(t => t.TotalHours < 1 ? $"{t.TotalMinutes}m" : $"{t.TotalHours}h")
            .Where(t => t.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(t => new CompletionResult(t));
}
