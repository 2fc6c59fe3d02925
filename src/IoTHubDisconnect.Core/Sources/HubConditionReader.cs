using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Sources;

/// <summary>Asks Azure about hubs, for evidence: what cannot be had is left out, and noted.</summary>
internal sealed class HubConditionReader(IHubResources resources, AzureCall call, TimeSpan patience)
{
    /// <summary>Evidence is not worth a longer wait for any hub.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(60);

    private const int HubsAtOnce = 4;

    private readonly List<(string What, string Hub, AzureException Why)> _missing = [];

    /// <summary>
    /// The conditions of hubs in a time; throws nothing but what a cancellation does. Verbose tells what could not be
    /// read.
    /// </summary>
    /// <param name="resources">Who is asked.</param>
    /// <param name="resourceIds">The hubs' ARM resource ids; what is none is left out.</param>
    /// <param name="period">The time.</param>
    /// <param name="patience">How long all hubs together may take; null for the most that one may take alone.</param>
    /// <param name="call">Takes word of it.</param>
    public static async Task<HubConditions> ReadAsync(
        IHubResources resources,
        IReadOnlyCollection<string> resourceIds,
        TimePeriod period,
        TimeSpan? patience,
        AzureCall call
    )
    {
        var reader = new HubConditionReader(resources, call, patience ?? MostPatience);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation);
        if (patience is { } limit)
            all.CancelAfter(limit);
        string[] ids =
        [
            .. resourceIds.Where(id => HubResourceId.TryParse(id, out _)).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        var conditions = new HubCondition[ids.Length];
        await Parallel
            .ForAsync(
                0,
                ids.Length,
                new ParallelOptions { MaxDegreeOfParallelism = HubsAtOnce, CancellationToken = call.Cancellation },
                async (i, _) =>
                    conditions[i] = await reader
                        .ReadAsync(ids[i], period.Start, period.End, all.Token)
                        .ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return new HubConditions(conditions, reader.Lack());
    }

    private async Task<HubCondition> ReadAsync(
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        CancellationToken all
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(all);
        limit.CancelAfter(patience);
        var limited = call with { Cancellation = limit.Token };
        var settings = TryAsync("settings", resourceId, () => resources.GetHubAsync(resourceId, limited));
        var metric = TryAsync(
            "metric connectedDeviceCount",
            resourceId,
            () => ReadMetricAsync(resourceId, start, end, limited)
        );
        var health = TryAsync("health", resourceId, () => resources.GetHealthAsync(resourceId, limited));
        var failovers = TryAsync(
            "activity log",
            resourceId,
            () => resources.GetFailoversAsync(resourceId, start, end, limited),
            isMinor: true
        );
        await Task.WhenAll(settings, metric, health, failovers).ConfigureAwait(false);
        HubHealthEvent[]? events =
            health.Result is null && failovers.Result is null
                ? null
                : [.. (health.Result ?? []).Concat(failovers.Result ?? []).OrderBy(e => e.Start)];
        return new HubCondition(resourceId)
        {
            Settings = settings.Result,
            Metric = metric.Result,
            Health = events is null ? null : new(events),
        };
    }

    private async Task<HubMetric> ReadMetricAsync(
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        AzureCall limited
    )
    {
        var minutes = new List<ConnectedDeviceCount>();
        await foreach (
            var minute in ConnectedDeviceCounts
                .ReadAsync(resources, resourceId, start, end, limited)
                .ConfigureAwait(false)
        )
            minutes.Add(minute);
        return new HubMetric(minutes);
    }

    private async Task<T?> TryAsync<T>(string what, string resourceId, Func<Task<T>> read, bool isMinor = false)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (AzureException exception)
        {
            Miss(what, resourceId, exception, isMinor);
        }
        catch (OperationCanceledException) when (!call.Cancellation.IsCancellationRequested)
        {
            Miss(
                what,
                resourceId,
                new AzureException(AzureErrorKind.Unreachable, $"No answer within {patience.TotalSeconds:0} s."),
                isMinor
            );
        }
        return null;
    }

    private void Miss(string what, string resourceId, AzureException why, bool isMinor)
    {
        call.Verbose($"The {what} of {HubResourceId.NameOf(resourceId)} could not be read ({why.Kind}): {why.Message}");
        if (isMinor)
            return;
        lock (_missing)
            _missing.Add((what, HubResourceId.NameOf(resourceId), why));
    }

    private string? Lack()
    {
        if (_missing.Count == 0)
            return null;
        var what = string.Join(", ", _missing.Select(m => m.What).Distinct());
        var hubs = string.Join(", ", _missing.Select(m => m.Hub).Distinct());
        var why = string.Join(", ", _missing.Select(m => m.Why.Kind).Distinct());
        var role = _missing.Exists(m => m.Why.Kind == AzureErrorKind.AccessDenied)
            ? " The role Monitoring Reader on the hub lets them be read."
            : "";
        return $"Causes rest on the log alone as far as the {what} of {hubs} would tell more: "
            + $"not readable ({why}).{role} -Verbose tells more.";
    }
}
