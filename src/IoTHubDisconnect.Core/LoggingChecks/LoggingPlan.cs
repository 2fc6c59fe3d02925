using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>What it takes to send a hub's Connections somewhere.</summary>
/// <param name="Name">The diagnostic setting that does it.</param>
/// <param name="Request">The request that makes it; null where it is there.</param>
internal sealed record LoggingPlan(string Name, SettingRequest? Request);
