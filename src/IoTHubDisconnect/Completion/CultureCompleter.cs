using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the languages that texts or documentation exist in.</summary>
public sealed class CultureCompleter : IArgumentCompleter
{
    private static readonly string[] Documented =
    [
        "en-US",
        "tr-TR",
        "de-DE",
        "nl-NL",
        "fr-FR",
        "es-ES",
        "it-IT",
        "pt-BR",
        "pl-PL",
        "ko-KR",
        "ja-JP",
        "zh-CN",
        "ar-SA",
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        Documented
            .Where(c => c.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(c => new CompletionResult(
                c,
                c,
                CompletionResultType.ParameterValue,
                CultureInfo.GetCultureInfo(c).EnglishName
            ));
}
