namespace IoTHubDisconnect.Reports;

/// <summary>
/// A time in which the hub itself was why devices disconnected, or of which Azure says that the hub had trouble.
/// </summary>
/// <param name="HubName">The hub.</param>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC.</param>
/// <param name="Cause">What it was, as most of the disconnects have it; null where Azure alone tells of it.</param>
/// <param name="Count">Disconnects.</param>
/// <param name="Word">What Azure says of it; null where it says nothing, or was not asked.</param>
internal sealed record HubIncident(
    string HubName,
    DateTimeOffset Start,
    DateTimeOffset End,
    CauseName? Cause,
    int Count,
    string? Word
);
