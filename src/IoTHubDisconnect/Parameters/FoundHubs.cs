using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>The hubs that names meant.</summary>
/// <param name="ResourceIds">Their ARM resource ids, each once.</param>
/// <param name="Missing">What to say of names that no hub has, and of subscriptions that are not seen.</param>
internal sealed record FoundHubs(IReadOnlyList<string> ResourceIds, IReadOnlyList<AzureException> Missing);
