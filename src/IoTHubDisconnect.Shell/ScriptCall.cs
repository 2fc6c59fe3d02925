using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Shell;

/// <summary>Writes the statement that calls a script with arguments from a command line.</summary>
internal static partial class ScriptCall
{
    public static string Write(string path, IEnumerable<string> arguments) =>
        string.Join(' ', arguments.Select(Argument).Prepend("& " + Quote(path)));

    // As in pwsh: -Name and -Name:value are parameters, everything else is a string, whatever it looks like.
    private static string Argument(string argument)
    {
        Match parameter = Parameter().Match(argument);
        if (!parameter.Success)
            return Quote(argument);

        string value = parameter.Groups["value"].Value;
        return parameter.Groups["name"].Value + value.ToLowerInvariant() switch
        {
            "" => "",
            "true" or "$true" => "$true",
            "false" or "$false" => "$false",
            _ => Quote(value),
        };
    }

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^(?<name>-[\p{L}_]\w*:?)(?<value>(?<=:).*)?$", RegexOptions.Singleline)]
    private static partial Regex Parameter();
}
