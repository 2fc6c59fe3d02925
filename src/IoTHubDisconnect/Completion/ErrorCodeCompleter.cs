using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the documented error codes; a part of the number or of the name will do.</summary>
public sealed class ErrorCodeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        foreach (var entry in DisconnectCatalogue.For(CultureInfo.CurrentUICulture).All)
        {
            if (entry.ErrorCode is not { } code) continue;
            var number = code.ToString(CultureInfo.InvariantCulture);
            if (!number.StartsWith(word, StringComparison.Ordinal) && !entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) continue;
            yield return new CompletionResult(number, $"{number} {entry.Name}", CompletionResultType.ParameterValue, entry.Summary);
        }
    }
}
