using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Contracts;

/// <summary>What a search for hubs found.</summary>
/// <param name="Hubs">The hubs, in order of their ids.</param>
/// <param name="Unseen">Those of the given subscriptions that the identity does not see, an error each.</param>
internal sealed record HubsInSight(IReadOnlyList<HubSettings> Hubs, IReadOnlyList<AzureException> Unseen);
