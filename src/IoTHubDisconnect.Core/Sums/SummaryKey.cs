using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect;

/// <summary>What tells one group from another; the parts that a grouping does not use are null or 0.</summary>
internal sealed record SummaryKey(string? HubName, string? DeviceId, string? ModuleId, string? Text, long Number)
{
    public const string NotLogged = "(not logged)";

    public static SummaryKey Of(DisconnectGrouping by, in Verdict verdict)
    {
        var facts = verdict.Facts;
        return by switch
        {
            DisconnectGrouping.Cause => new(null, null, null, null, (long)verdict.Cause),
            DisconnectGrouping.Area => new(null, null, null, null, (long)TroubleAreas.Of(verdict)),
            DisconnectGrouping.Device => new(facts.Hub.HubName, facts.Device.DeviceId, facts.Device.ModuleId, null, 0),
            DisconnectGrouping.Hub => new(facts.Hub.HubName, null, null, null, 0),
            DisconnectGrouping.Site => new(
                facts.Hub.HubName,
                null,
                null,
                facts.Context.MaskedIpAddress ?? NotLogged,
                0
            ),
            DisconnectGrouping.Sdk => new(null, null, null, TextOf(facts.Device.SdkOf(facts.Record)), 0),
            _ => new(null, null, null, null, facts.Record.Time / TimeSpan.TicksPerHour),
        };
    }

    public string NameFor(DisconnectGrouping by) =>
        by switch
        {
            DisconnectGrouping.Cause => $"{(CauseName)Number}",
            DisconnectGrouping.Area => $"{(TroubleArea)Number}",
            DisconnectGrouping.Device => ModuleId is null ? DeviceId! : $"{DeviceId}/{ModuleId}",
            DisconnectGrouping.Hour => new DateTime(Number * TimeSpan.TicksPerHour).ToString(
                "yyyy-MM-dd HH':00Z'",
                CultureInfo.InvariantCulture
            ),
            _ => Text ?? (HubName!.Length == 0 ? NotLogged : HubName),
        };

    private static string TextOf(SdkIdentity sdk) =>
        sdk.Name is null ? NotLogged
        : sdk.Version is null ? sdk.Name
        : $"{sdk.Name} {sdk.Version}";
}
