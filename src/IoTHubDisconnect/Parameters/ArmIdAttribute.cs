using System.Management.Automation;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>Lets ARM resource ids of one kind through.</summary>
/// <param name="what">What has such an id, in words.</param>
/// <param name="provider">Its resource provider.</param>
/// <param name="types">Its types, from the outermost in.</param>
internal sealed class ArmIdAttribute(string what, string provider, params string[] types)
    : ValidateEnumeratedArgumentsAttribute
{
    private const string Name = @"[^/\\?#%""'\s]+";

    protected override void ValidateElement(object element)
    {
        var resource = string.Concat(types.Select(type => $"/{type}/{Name}"));
        if (
            !Regex.IsMatch(
                $"{element}",
                $@"{ArmResourceId.Providers}{Regex.Escape(provider)}{resource}/?\z",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
            )
        )
            throw new ValidationMetadataException(
                $"'{PlainText.Of($"{element}")}' is no resource id of {what}, as in "
                    + $"/subscriptions/…/providers/{provider}{string.Concat(types.Select(type => $"/{type}/…"))}."
            );
    }
}
