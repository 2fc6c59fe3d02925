using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Recall;

/// <summary>As much of a device's history as came back from a file or another session.</summary>
internal sealed record RecalledHistory
{
    public required string DeviceId { get; init; }

    public string? ModuleId { get; init; }

    public required DisconnectRecords Records { get; init; }

    public required ContextTable Contexts { get; init; }

    /// <summary>The cause of each record; null for one whose cause did not come along.</summary>
    public required IReadOnlyList<RecalledCause?> Causes { get; init; }

    /// <summary>The lifetime of the tokens, as the whole log told it; null where it did not.</summary>
    public TimeSpan? TokenLifetime { get; init; }

    /// <summary>It is one record without the device's others.</summary>
    public required bool IsAlone { get; init; }
}
