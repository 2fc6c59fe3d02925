using System.Globalization;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>The values of several runs.</summary>
internal sealed class Spread
{
    private readonly double[] sorted;

    public Spread(IEnumerable<double> values) => sorted = [.. values.Order()];

    public double Median => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>The median, with the smallest and the largest behind it.</summary>
    public string ToString(string format) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Format(Median, format)} ({Format(sorted[0], format)}..{Format(sorted[^1], format)})"
        );

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
