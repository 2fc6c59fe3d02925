using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the keep-alives that SDKs have by default.</summary>
public sealed class KeepAliveCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        from sdk in Enum.GetValues<SdkFamily>()
        group sdk by SdkBehaviour.Of(sdk).KeepAliveSeconds into sdks
        where sdks.Key > 0
        orderby sdks.Key
        let text = $"{sdks.Key}s"
        where text.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(
            text,
            text,
            CompletionResultType.ParameterValue,
            $"the default of {string.Join(", ", sdks)}"
        );
}
