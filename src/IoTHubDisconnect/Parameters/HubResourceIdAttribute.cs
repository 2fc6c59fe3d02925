using System.Management.Automation;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>Lets ARM resource ids of hubs through.</summary>
internal sealed class HubResourceIdAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (!HubResourceId.TryParse(element as string, out _))
            throw new ValidationMetadataException(
                $"'{PlainText.Of($"{element}")}' is no resource id of a hub, as in "
                    + "/subscriptions/…/resourceGroups/…/providers/Microsoft.Devices/IotHubs/…."
            );
    }
}
