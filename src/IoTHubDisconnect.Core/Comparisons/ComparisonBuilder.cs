using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Comparisons;

/// <summary>Compares two sets of causes.</summary>
internal sealed class ComparisonBuilder
{
    private readonly DeviceNumbers _devices = new();

    public ComparisonBuilder() => (Reference, Difference) = (new ComparedSide(_devices), new ComparedSide(_devices));

    public ComparedSide Reference { get; }

    public ComparedSide Difference { get; }

    /// <summary>
    /// One comparison a cause: what is more than chance first, then what makes the largest difference.
    /// </summary>
    /// <param name="reference">The reference's time.</param>
    /// <param name="difference">The difference's time.</param>
    /// <param name="significance">How often chance may pass for more, in all causes together.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<DisconnectComparison> Build(
        ComparedPeriod reference,
        ComparedPeriod difference,
        double significance,
        CancellationToken cancellation
    )
    {
        var basis =
            Reference.IsEmpty || Difference.IsEmpty || Reference.Hubs.Overlaps(Difference.Hubs)
                ? ComparisonBasis.Time
                : ComparisonBasis.Device;
        CauseName[] causes =
        [
            .. Enumerable
                .Range(0, CauseNames.Count)
                .Select(c => (CauseName)c)
                .Where(c => Reference.Of(c).Count + Difference.Of(c).Count > 0),
        ];
        double[] p = [.. causes.Select(cause => PValue(Reference.Of(cause), Difference.Of(cause)))];
        var adjusted = Holm.Adjust(p);
        CauseName[] troubled = [.. causes.Where(HasTrouble)];
        var adjustedTrouble = Holm.Adjust([.. troubled.Select(TroublePValue)]);
        var (referenceDays, differenceDays) = (reference.Length.TotalDays, difference.Length.TotalDays);
        if (basis == ComparisonBasis.Device)
            (referenceDays, differenceDays) = (
                referenceDays * Reference.DeviceCount,
                differenceDays * Difference.DeviceCount
            );
        var moreTrouble = troubled
            .Where(
                (cause, i) =>
                    adjustedTrouble[i] <= significance
                    && Reference.TroubleOf(cause).Count / referenceDays
                        < Difference.TroubleOf(cause).Count / differenceDays
            )
            .ToHashSet();
        return
        [
            .. causes
                .Select(
                    (cause, i) =>
                    {
                        var (before, after) = (Reference.Of(cause), Difference.Of(cause));
                        var (was, @is) = (before.Count / referenceDays, after.Count / differenceDays);
                        var stillAway = basis == ComparisonBasis.Time ? StillAway(before) : [];
                        // Whoever is away disconnects no more, which mends nothing.
                        var wasOfOthers = before.Count(o => !stillAway.Contains(o.Device)) / referenceDays;
                        return new DisconnectComparison
                        {
                            Cause = cause,
                            Change = ChangeOf(was, wasOfOthers, @is),
                            IsSignificant = adjusted[i] <= significance,
                            PValue = p[i],
                            AdjustedPValue = adjusted[i],
                            IsMoreTrouble = moreTrouble.Contains(cause),
                            ReferenceCount = before.Count,
                            ReferenceExpectedCount = before.Count(o => o.IsExpected),
                            DifferenceCount = after.Count,
                            DifferenceExpectedCount = after.Count(o => o.IsExpected),
                            ReferenceDeviceCount = before.Select(o => o.Device).Distinct().Count(),
                            DifferenceDeviceCount = after.Select(o => o.Device).Distinct().Count(),
                            StillAwayCount = stillAway.Count,
                            ReferenceRate = was,
                            DifferenceRate = @is,
                            ReferencePeriod = reference.Length,
                            DifferencePeriod = difference.Length,
                            Basis = basis,
                        };
                    }
                )
                .OrderByDescending(c => c.IsSignificant)
                .ThenByDescending(c => Math.Abs(c.DifferenceRate - c.ReferenceRate)),
        ];

        double PValue(IReadOnlyList<Occurrence> before, IReadOnlyList<Occurrence> after) =>
            basis == ComparisonBasis.Time
                ? ByTime(before, after, reference, difference, cancellation)
                : ByDevice(before, after, reference, difference, cancellation);

        double TroublePValue(CauseName cause) => PValue(Reference.TroubleOf(cause), Difference.TroubleOf(cause));
    }

    private static DisconnectChange ChangeOf(double was, double wasOfOthers, double @is) =>
        was == 0 ? DisconnectChange.New
        : Math.Abs(was - @is) < 1e-9 * was ? DisconnectChange.Same
        : was < @is ? DisconnectChange.Worse
        : wasOfOthers <= @is ? DisconnectChange.Lasting
        : wasOfOthers == was && @is == 0 ? DisconnectChange.Gone
        : DisconnectChange.Better;

    private bool HasTrouble(CauseName cause) =>
        Reference.TroubleOf(cause).Count + Difference.TroubleOf(cause).Count > 0;

    /// <summary>The devices that went and are not known to be back, nor to have met anything else since.</summary>
    private HashSet<int> StillAway(IEnumerable<Occurrence> before) =>
        [.. before.Where(o => o.IsAway && !Difference.Devices.Contains(o.Device)).Select(o => o.Device)];

    private static double ByTime(
        IReadOnlyList<Occurrence> before,
        IReadOnlyList<Occurrence> after,
        ComparedPeriod reference,
        ComparedPeriod difference,
        CancellationToken cancellation
    )
    {
        var test = new ShiftTest(reference.Length, difference.Length);
        var alone = Incidents.Alone(before).ToLookup(o => o.Device, o => o.Ticks - reference.Start);
        var aloneAfter = Incidents.Alone(after).ToLookup(o => o.Device, o => o.Ticks - difference.Start);
        foreach (var device in alone.Select(d => d.Key).Union(aloneAfter.Select(d => d.Key)))
            test.Add(alone[device], aloneAfter[device]);
        foreach (var incident in Incidents.Find(before))
            test.Add(incident.Select(o => o.Ticks - reference.Start), []);
        foreach (var incident in Incidents.Find(after))
            test.Add([], incident.Select(o => o.Ticks - difference.Start));
        return test.PValue(cancellation);
    }

    private double ByDevice(
        IReadOnlyList<Occurrence> before,
        IReadOnlyList<Occurrence> after,
        ComparedPeriod reference,
        ComparedPeriod difference,
        CancellationToken cancellation
    )
    {
        var test = new LabelTest(
            reference.Length,
            difference.Length,
            PerDevice(Reference, before),
            PerDevice(Difference, after)
        );
        foreach (var incident in Incidents.Find(before))
            test.AddIncident(incident.Count, inDifference: false);
        foreach (var incident in Incidents.Find(after))
            test.AddIncident(incident.Count, inDifference: true);
        return test.PValue(cancellation);
    }

    private static int[] PerDevice(ComparedSide side, IEnumerable<Occurrence> occurrences)
    {
        var counts = side.Devices.ToDictionary(d => d, _ => 0);
        foreach (var occurrence in Incidents.Alone(occurrences))
            counts[occurrence.Device]++;
        return [.. counts.Values];
    }
}
