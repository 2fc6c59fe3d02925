using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Refuses patterns that the engine cannot match with, before anything is read.</summary>
internal sealed class ValidateWildcardsAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        try
        {
            new WildcardPattern((string)element).IsMatch("");
        }
        catch (WildcardPatternException exception)
        {
            throw new ValidationMetadataException(
                $"'{PlainText.Of($"{element}")}' is no wildcard pattern: a bracket stands alone. Write `[ for a "
                    + "bracket that is part of the name.",
                exception
            );
        }
    }
}
