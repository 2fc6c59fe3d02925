using System.Collections;
using System.Management.Automation;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Takes hubs as Get-AzIotHub, Get-AzResource or Azure CLI give them, by their resource ids. Anything else is no hub.
/// </summary>
internal sealed class HubAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Names = ["ResourceId", "Id"];

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData switch
        {
            null => null,
            PSObject { BaseObject: IList list } => Transform(list),
            IList list => Transform(list),
            _ => IdOf(inputData),
        };

    private static string[] Transform(IList list) => [.. list.Cast<object?>().Select(IdOf)];

    private static string IdOf(object? hub)
    {
        if (IsRow(hub))
            throw NoHub(TableRow.Describe(hub!));
        var id = hub is null
            ? null
            : Names
                .Select(name => PSObject.AsPSObject(hub).Properties[name]?.Value?.ToString())
                .FirstOrDefault(id => HubResourceId.TryParse(id, out _));
        return id ?? throw NoHub($"'{Excerpt.Of(hub)}' is no hub: it has no resource id of one.");
    }

    /// <summary>A row of a log names a hub, and is none.</summary>
    private static bool IsRow(object? hub) =>
        hub switch
        {
            PSObject { BaseObject: PSCustomObject } item => TableRow.Is(item),
            PSObject { BaseObject: string text } => TableRow.IsText(text),
            string text => TableRow.IsText(text),
            _ => false,
        };

    private static ArgumentTransformationMetadataException NoHub(string why) => new(why, new PSInvalidCastException());
}
