using System.Management.Automation;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Lets through what is formed as it should be, and says in words what that is,
/// where ValidatePattern shows its pattern.
/// </summary>
/// <param name="pattern">The pattern of the whole text, whatever the case.</param>
/// <param name="what">What matches it.</param>
internal sealed class FormedAsAttribute(string pattern, string what) : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (
            !Regex.IsMatch($"{element}", $@"\A(?:{pattern})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
        )
            throw new ValidationMetadataException($"'{PlainText.Of($"{element}")}' is no {what}.");
    }
}
