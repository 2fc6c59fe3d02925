using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>What it takes to send a hub's Connections to some places.</summary>
/// <param name="Settings">The diagnostic settings that send them to these, each with its own.</param>
/// <param name="Missing">The places that none sends them to.</param>
/// <param name="Request">The request that makes a setting for those; null where there are none.</param>
internal sealed record LoggingPlan(
    IReadOnlyList<DisconnectLoggingSetting> Settings,
    LogDestination Missing,
    SettingRequest? Request
);
