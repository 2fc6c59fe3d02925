namespace IoTHubDisconnect.Reports;

/// <summary>
/// A time in which the hub itself was why devices disconnected, or of which Azure says that the hub had trouble.
/// </summary>
/// <param name="HubName">The hub.</param>
/// <param name="Start">When the first device disconnected, or the trouble that Azure tells of began, UTC.</param>
/// <param name="End">When the last one did, or the trouble ended, UTC.</param>
/// <param name="Cause">What it was; null where Azure alone tells of it.</param>
/// <param name="Count">Disconnects.</param>
/// <param name="Back">When the last device was back that came back, UTC; null where none did.</param>
/// <param name="Word">What Azure says of it; null where it says nothing, or was not asked.</param>
/// <param name="IsOver">Whether it ended before the time reported did.</param>
internal sealed record HubIncident(
    string HubName,
    DateTimeOffset Start,
    DateTimeOffset End,
    CauseName? Cause,
    int Count,
    DateTimeOffset? Back,
    string? Word,
    bool IsOver
)
{
    private const int MostShown = 8;

    /// <summary>Those that a reader is shown first: the newest and the largest, the newest before the others.</summary>
    public static HubIncident[] Foremost(IReadOnlyList<HubIncident> all) =>
        [
            .. all.OrderByDescending(i => i.Start)
                .Take(MostShown / 2)
                .Union(all.OrderByDescending(i => i.Count).ThenByDescending(i => i.Start))
                .Take(MostShown)
                .OrderByDescending(i => i.Start),
        ];
}
