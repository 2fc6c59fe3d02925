using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the documented error codes: by name where a part of a name was typed, else by number.</summary>
public sealed class ErrorCodeCompleter : IArgumentCompleter
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
        var isName = word.Length > 0 && char.IsAsciiLetter(word[0]);
        return from entry in DisconnectCatalogue.For(CultureInfo.CurrentUICulture).All
            where entry.ErrorCode is not null
            let number = string.Create(CultureInfo.InvariantCulture, $"{entry.ErrorCode}")
            where
                isName
                    ? entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
                    : number.StartsWith(word, StringComparison.Ordinal)
            orderby isName && !entry.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase), entry.ErrorCode
            select new CompletionResult(
                isName ? entry.Name : number,
                $"{number} {entry.Name}",
                CompletionResultType.ParameterValue,
                entry.Summary
            );
    }
}
