using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Comparisons;

/// <summary>A disconnect of one side, as far as comparing goes.</summary>
/// <param name="Ticks">When, UTC.</param>
/// <param name="HubName">The hub.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="ModuleId">The module; null for the device itself.</param>
/// <param name="Cause">Why.</param>
/// <param name="IsExpected">Whether it belongs to normal operation.</param>
/// <param name="Place">What it was shared with: a hub or a site; null where it was the device's own.</param>
/// <param name="IsAway">Whether it is trouble that the device was not back by the end of the log.</param>
internal readonly record struct ComparedDisconnect(
    long Ticks,
    string HubName,
    string DeviceId,
    string? ModuleId,
    CauseName Cause,
    bool IsExpected,
    string? Place,
    bool IsAway
)
{
    public static ComparedDisconnect Of(in Verdict verdict)
    {
        var facts = verdict.Facts;
        var hub = facts.Hub.HubName;
        var place = verdict.Scope switch
        {
            DisconnectScope.Hub => hub,
            DisconnectScope.Site => $"{hub} {facts.Context.MaskedIpAddress}",
            _ => null,
        };
        return new(
            facts.Record.Time,
            hub,
            facts.Device.DeviceId,
            facts.Device.ModuleId,
            verdict.Cause,
            verdict.IsExpected,
            place,
            LostTime.OpenOf(verdict) > 0
        );
    }
}
