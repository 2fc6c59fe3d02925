using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IoTHubDisconnect.Commands;

/// <summary>Offers the devices of the log that this runspace read last; a part of a name will do.</summary>
public class DeviceCompleter : IArgumentCompleter
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
        return SeenFleet
            .Latest.Devices.Where(device => device.Contains(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(device => !device.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .ThenBy(device => device, StringComparer.Ordinal)
            .Select(device => new CompletionResult(
                Quote(Write(device)),
                device,
                CompletionResultType.ParameterValue,
                device
            ));
    }

    /// <summary>Writes a device as the parameter takes it.</summary>
    private protected virtual string Write(string device) => device;

    private static string Quote(string text) =>
        text[0] != '-' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
