using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Sources;

/// <summary>What Azure says of the hubs of a log, beside their rows.</summary>
/// <param name="resources">Who is asked.</param>
internal sealed class HubEvidence(IHubResources resources)
{
    // What Azure says of a disconnect may be some minutes from it.
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(5);

    /// <summary>How long all hubs together may take; null where Azure is asked for the rows anyway.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>Asks for hubs that a person named. What cannot be had is left out.</summary>
    public Task<HubConditions> OfNamedAsync(ILogSource source, AzureCall call) =>
        source.Period is { } period ? AskAsync(source.Hubs, period, call) : Nothing;

    /// <summary>Asks for the other hubs, of which the rows tell. What cannot be had is left out.</summary>
    /// <param name="source">Where the rows came from.</param>
    /// <param name="met">The ARM resource ids of the hubs that have rows.</param>
    /// <param name="rows">The time of the rows.</param>
    /// <param name="call">Who asks.</param>
    public Task<HubConditions> OfOthersAsync(
        ILogSource source,
        IEnumerable<string> met,
        TimePeriod rows,
        AzureCall call
    ) =>
        AskAsync(
            [.. met.Except(source.Hubs, StringComparer.OrdinalIgnoreCase)],
            source.Period ?? rows.Widened(Around, Around),
            call
        );

    /// <summary>Of times that Azure has forgotten nothing comes: today's settings are not those of then.</summary>
    private Task<HubConditions> AskAsync(IReadOnlyCollection<string> hubs, TimePeriod period, AzureCall call) =>
        hubs.Count == 0 || period.End < DateTimeOffset.UtcNow - ConnectedDeviceCounts.Kept
            ? Nothing
            : HubConditionReader.ReadAsync(resources, hubs, period, Patience, call);

    private static Task<HubConditions> Nothing => Task.FromResult(new HubConditions([], Lack: null));
}
