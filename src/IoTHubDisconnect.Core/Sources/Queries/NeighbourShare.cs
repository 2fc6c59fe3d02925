namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Which devices are read as evidence beside those asked for, where a hub has too many to read all.</summary>
/// <param name="OneIn">One in so many, by the hash of their ids, so that each comes with all its rows.</param>
/// <param name="AtAddresses">Those behind the addresses of the devices asked for, too.</param>
internal sealed record NeighbourShare(int OneIn, bool AtAddresses);
