namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>How far two tables of sums are apart. Shares are of all disconnects, or of all downtime.</summary>
internal sealed record Difference(double Count, double Downtime, double Devices, double Medians)
{
    private const int Telling = 50;

    public static Difference Of(IReadOnlyList<DisconnectSummary> expected, IReadOnlyList<DisconnectSummary> actual)
    {
        var pairs = Pair(expected, actual).ToArray();
        return new Difference(
            Share(pairs, s => s.Count),
            Share(pairs, s => s.TotalDowntime?.TotalSeconds ?? 0),
            Share(pairs, s => s.DeviceCount),
            pairs
                .Where(p => p.Expected?.Count >= Telling && p.Expected.MedianDowntime > TimeSpan.Zero)
                .Select(p =>
                    Math.Abs(
                        ((p.Actual?.MedianDowntime ?? TimeSpan.Zero) - p.Expected!.MedianDowntime!.Value)
                            / p.Expected.MedianDowntime.Value
                    )
                )
                .DefaultIfEmpty(0)
                .Average()
        );
    }

    private static IEnumerable<(DisconnectSummary? Expected, DisconnectSummary? Actual)> Pair(
        IReadOnlyList<DisconnectSummary> expected,
        IReadOnlyList<DisconnectSummary> actual
    )
    {
        var others = actual.ToDictionary(KeyOf);
        foreach (var summary in expected)
            yield return (summary, others.Remove(KeyOf(summary), out var other) ? other : null);
        foreach (var summary in others.Values)
            yield return (null, summary);
    }

    /// <summary>Azure Monitor writes a hub's name in capitals, whatever the exported files say.</summary>
    private static (string?, string) KeyOf(DisconnectSummary summary) =>
        (
            summary.HubName?.ToUpperInvariant(),
            summary.By == DisconnectGrouping.Hub ? summary.Name.ToUpperInvariant() : summary.Name
        );

    private static double Share(
        (DisconnectSummary? Expected, DisconnectSummary? Actual)[] pairs,
        Func<DisconnectSummary, double> figure
    )
    {
        double Of(DisconnectSummary? summary) => summary is null ? 0 : figure(summary);
        var all = pairs.Sum(p => Of(p.Expected));
        return all == 0 ? 0 : pairs.Sum(p => Math.Abs(Of(p.Actual) - Of(p.Expected))) / all;
    }
}
