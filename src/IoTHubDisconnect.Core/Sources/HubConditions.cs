using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Sources;

/// <summary>What Azure said of hubs.</summary>
/// <param name="All">A condition for each hub.</param>
/// <param name="Lack">What could not be read, in a sentence; null where all could.</param>
internal sealed record HubConditions(IReadOnlyList<HubCondition> All, string? Lack);
