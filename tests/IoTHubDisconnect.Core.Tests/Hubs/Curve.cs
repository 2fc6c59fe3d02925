using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Tests.Hubs;

/// <summary>
/// A day's metric, written down minute by minute: a level as a function of time, with things done to it.
/// </summary>
internal sealed class Curve(Func<int, double> level, int minutes = 1440)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    private readonly double?[] _values = [.. Enumerable.Range(0, minutes).Select(m => (double?)Math.Round(level(m)))];

    public static Curve Flat(double level) => new(_ => level);

    /// <summary>A sine over the day: the highest at noon.</summary>
    public static Curve Day(double mean, double swing) =>
        new(m => mean * (1 - swing * Math.Cos(2 * Math.PI * m / 1440)));

    public Curve Set(int from, int count, double? value) => Each(from, count, _ => value);

    public Curve Scale(int from, int count, double factor) =>
        Each(from, count, v => v is { } value ? Math.Round(value * factor) : null);

    public Curve Noise(int seed, double deviation)
    {
        var random = new Random(seed);
        return Each(
            0,
            minutes,
            v =>
                v is { } value
                    ? Math.Max(
                        0,
                        Math.Round(
                            value
                                + deviation
                                    * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                                    * Math.Cos(2 * Math.PI * random.NextDouble())
                        )
                    )
                    : null
        );
    }

    public List<ConnectedDeviceCount> Counts()
    {
        var finder = new DipFinder("/subscriptions/s/resourceGroups/r/providers/Microsoft.Devices/IotHubs/contoso");
        return
        [
            .. _values.SelectMany((v, m) => finder.Add(new MetricPoint(Start.AddMinutes(m), v, v, v))),
            .. finder.Complete(),
        ];
    }

    /// <summary>The minutes marked, as <c>600-604</c>, separated by commas.</summary>
    public string Dips() =>
        string.Join(',', new HubMetric(Counts()).Dips.Select(d => $"{MinuteOf(d.Start)}-{MinuteOf(d.End) - 1}"));

    private static int MinuteOf(DateTimeOffset time) => (int)(time - Start).TotalMinutes;

    private Curve Each(int from, int count, Func<double?, double?> change)
    {
        for (var m = from; m < Math.Min(minutes, from + count); m++)
            _values[m] = change(_values[m]);
        return this;
    }
}
