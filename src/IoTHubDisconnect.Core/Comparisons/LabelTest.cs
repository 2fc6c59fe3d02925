namespace IoTHubDisconnect.Comparisons;

/// <summary>
/// Different hubs. Were they alike, it would not matter which devices are at the one and which at the other, nor which
/// of them an incident met.
/// </summary>
/// <param name="reference">The reference's length.</param>
/// <param name="difference">The difference's length.</param>
/// <param name="referenceDevices">Disconnects of each of the reference's devices.</param>
/// <param name="differenceDevices">Disconnects of each of the difference's devices.</param>
internal sealed class LabelTest(
    TimeSpan reference,
    TimeSpan difference,
    IReadOnlyCollection<int> referenceDevices,
    IReadOnlyCollection<int> differenceDevices
)
{
    private readonly double[] _rates =
    [
        .. referenceDevices.Select(n => n / reference.TotalDays),
        .. differenceDevices.Select(n => n / difference.TotalDays),
    ];
    private readonly List<double> _incidents = [];
    private double _seen =
        differenceDevices.Sum() / difference.TotalDays / differenceDevices.Count
        - referenceDevices.Sum() / reference.TotalDays / referenceDevices.Count;

    /// <summary>Adds an incident.</summary>
    /// <param name="disconnects">What it brought.</param>
    /// <param name="inDifference">Whether it met the difference.</param>
    public void AddIncident(int disconnects, bool inDifference)
    {
        var part = (double)disconnects / (inDifference ? differenceDevices.Count : referenceDevices.Count);
        _incidents.Add(part);
        _seen += inDifference ? part / difference.TotalDays : -part / reference.TotalDays;
    }

    public double PValue(CancellationToken cancellation) =>
        ChanceTest.PValue(_seen, _rates.Length + _incidents.Count, Trial, cancellation);

    private double Trial(Random random)
    {
        var (inReference, inDifference) = (0.0, 0.0);
        random.Shuffle(_rates);
        for (var i = 0; i < referenceDevices.Count; i++)
            inReference += _rates[i];
        for (var i = referenceDevices.Count; i < _rates.Length; i++)
            inDifference += _rates[i];
        var result = inDifference / differenceDevices.Count - inReference / referenceDevices.Count;
        var chance = difference / (reference + difference);
        foreach (var part in _incidents)
            result += random.NextDouble() < chance ? part / difference.TotalDays : -part / reference.TotalDays;
        return result;
    }
}
