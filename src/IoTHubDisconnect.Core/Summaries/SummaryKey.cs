using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>What tells one group from another; the parts that a grouping does not use are null.</summary>
internal readonly record struct SummaryKey(string? HubName, string? DeviceId, string? ModuleId, string? Text, CauseName? Cause, long Hour)
{
    public string Name => Cause?.ToString()
        ?? (DeviceId is not null ? ModuleId is null ? DeviceId : $"{DeviceId}/{ModuleId}" : null)
        ?? Text
        ?? (Hour != 0 ? new DateTime(Hour).ToString("yyyy-MM-dd HH':00Z'", CultureInfo.InvariantCulture) : null)
        ?? HubName
        ?? "";

    public static SummaryKey Of(DisconnectGrouping by, DeviceDisconnect disconnect, CauseName cause) => by switch
    {
        DisconnectGrouping.Cause => new(null, null, null, null, cause, 0),
        DisconnectGrouping.Device => new(disconnect.HubName, disconnect.DeviceId, disconnect.ModuleId, null, null, 0),
        DisconnectGrouping.Hub => new(disconnect.HubName, null, null, null, null, 0),
        DisconnectGrouping.Site => new(disconnect.HubName, null, null, disconnect.MaskedIpAddress ?? "(not logged)", null, 0),
        DisconnectGrouping.Sdk => new(null, null, null, SdkOf(disconnect), null, 0),
        _ => new(null, null, null, null, null, disconnect.Record.Time - disconnect.Record.Time % TimeSpan.TicksPerHour),
    };

    private static string SdkOf(DeviceDisconnect disconnect) => (disconnect.SdkName, disconnect.SdkVersion) switch
    {
        (null, _) => "(not logged)",
        (var name, null) => name,
        var (name, version) => $"{name} {version}",
    };
}
