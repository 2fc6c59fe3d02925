namespace IoTHubDisconnect.Comparisons;

/// <summary>Makes up for looking at several differences at once (Holm 1979).</summary>
internal static class Holm
{
    /// <summary>The adjusted values, in the order of the given ones.</summary>
    public static double[] Adjust(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        var (largest, rank) = (0.0, 0);
        foreach (var i in Enumerable.Range(0, values.Count).OrderBy(i => values[i]))
        {
            largest = Math.Max(largest, Math.Min(1, values[i] * (values.Count - rank++)));
            adjusted[i] = largest;
        }
        return adjusted;
    }
}
