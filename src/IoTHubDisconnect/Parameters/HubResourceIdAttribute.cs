using System.Management.Automation;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>Lets ARM resource ids of hubs through.</summary>
internal sealed class HubResourceIdAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>Whether those of Log Analytics workspaces are let through as well.</summary>
    public bool OrWorkspace { get; init; }

    protected override void ValidateElement(object element)
    {
        var id = element as string;
        if (!HubResourceId.TryParse(id, out _) && !(OrWorkspace && WorkspaceResourceId.TryParse(id, out _)))
            throw new ValidationMetadataException(
                $"'{PlainText.Of($"{element}")}' is no resource id of a hub, as in "
                    + "/subscriptions/…/resourceGroups/…/providers/Microsoft.Devices/IotHubs/…."
            );
    }
}
