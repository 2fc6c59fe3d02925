using System.Management.Automation;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Commands;

/// <summary>Lets ARM resource ids of hubs through, and nothing that would mean something else in an address.</summary>
internal sealed partial class HubResourceIdAttribute : ValidateEnumeratedArgumentsAttribute
{
    public static bool Fits(string? id) => id is not null && Form().IsMatch(id);

    protected override void ValidateElement(object element)
    {
        if (!Fits(element as string))
            throw new ValidationMetadataException($"'{element}' is no resource id of a hub, as in /subscriptions/…/resourceGroups/…/providers/Microsoft.Devices/IotHubs/….");
    }

    [GeneratedRegex(@"^/subscriptions/[\w-]+/resourceGroups/[\w().-]+/providers/Microsoft\.Devices/IotHubs/[\w-]+/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
