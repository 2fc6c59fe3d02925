namespace IoTHubDisconnect.Contracts;

/// <summary>The blobs of the hours asked for, each as long as it was when it was found.</summary>
/// <param name="Sources">The blobs, by name.</param>
/// <param name="FirstHour">The first hour that there is a blob of, where none is of those asked for; null where there
/// are none at all.</param>
/// <param name="LastHour">The last such hour.</param>
internal sealed record FoundBlobs(
    IReadOnlyList<LogSource> Sources,
    DateTimeOffset? FirstHour = null,
    DateTimeOffset? LastHour = null
);
