using System.Globalization;
using IoTHubDisconnect.Profiles;
using IoTHubDisconnect.Sdks;

namespace IoTHubDisconnect;

/// <summary>What tells one group from another; the parts that a grouping does not use are null or 0.</summary>
internal sealed record SummaryKey(string? HubName, string? DeviceId, string? ModuleId, string? Text, long Number)
{
    public const string NotLogged = "(not logged)";

    public static SummaryKey Of(
        DisconnectGrouping by,
        DeviceProfile device,
        int index,
        HubActivity hub,
        CauseName cause
    ) =>
        by switch
        {
            DisconnectGrouping.Cause => new(null, null, null, null, (long)cause),
            DisconnectGrouping.Device => new(hub.HubName, device.DeviceId, device.ModuleId, null, 0),
            DisconnectGrouping.Hub => new(hub.HubName, null, null, null, 0),
            DisconnectGrouping.Site => new(
                hub.HubName,
                null,
                null,
                device.ContextOf(device.Records[index]).MaskedIpAddress ?? NotLogged,
                0
            ),
            DisconnectGrouping.Sdk => new(null, null, null, TextOf(device.SdkOf(device.Records[index])), 0),
            _ => new(null, null, null, null, device.Records[index].Time / TimeSpan.TicksPerHour),
        };

    public string NameFor(DisconnectGrouping by) =>
        by switch
        {
            DisconnectGrouping.Cause => $"{(CauseName)Number}",
            DisconnectGrouping.Device => ModuleId is null ? DeviceId! : $"{DeviceId}/{ModuleId}",
            DisconnectGrouping.Hour => new DateTime(Number * TimeSpan.TicksPerHour).ToString(
                "yyyy-MM-dd HH':00Z'",
                CultureInfo.InvariantCulture
            ),
            _ => Text ?? HubName!,
        };

    private static string TextOf(SdkIdentity sdk) =>
        sdk.Name is null ? NotLogged
        : sdk.Version is null ? sdk.Name
        : $"{sdk.Name} {sdk.Version}";
}
