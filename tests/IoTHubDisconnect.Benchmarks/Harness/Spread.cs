using System.Globalization;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>The values of several runs.</summary>
internal sealed class Spread
{
    private readonly double[] _sorted;

    public Spread(IEnumerable<double> values) => _sorted = [.. values.Order()];

    public double Median => (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>The median, with the smallest and the largest behind it.</summary>
    public string ToString(string format) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Format(Median, format)} ({Format(_sorted[0], format)}..{Format(_sorted[^1], format)})"
        );

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
