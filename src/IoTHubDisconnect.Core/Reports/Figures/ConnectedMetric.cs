using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// How many devices were connected, as the hubs' own metric tells it: it also knows of those that have no rows.
/// </summary>
internal static class ConnectedMetric
{
    /// <summary>
    /// The average in each step of the scale, of all hubs together; null where a hub's metric does not cover them.
    /// </summary>
    public static double[]? On(TimeScale scale, IReadOnlyList<HubActivity> hubs)
    {
        var all = new double[scale.Count];
        foreach (var hub in hubs)
        {
            if (hub.Condition?.Metric is not { } metric)
                return null;
            var (sums, minutes) = (new double[scale.Count], new int[scale.Count]);
            foreach (var (ticks, count) in metric.Averages)
            {
                if (ticks < scale.Start || ticks >= scale.End)
                    continue;
                sums[scale.StepOf(ticks)] += count;
                minutes[scale.StepOf(ticks)]++;
            }
            if (Array.IndexOf(minutes, 0) >= 0)
                return null;
            for (var i = 0; i < all.Length; i++)
                all[i] += sums[i] / minutes[i];
        }
        return all;
    }
}
