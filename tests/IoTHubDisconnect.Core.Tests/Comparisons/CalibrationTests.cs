using FleetGenerator;
using IoTHubDisconnect.Comparisons;
using Xunit.Abstractions;

namespace IoTHubDisconnect.Tests.Comparisons;

/// <summary>How often a difference is called more than chance where there is none.</summary>
public sealed class CalibrationTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>
    /// Devices whose disconnects come in bursts, some devices much worse than others: far more uneven than if each came
    /// by itself.
    /// </summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(5.0)]
    public void A_cause_by_itself_at_two_times(double referenceDays)
    {
        var reference = referenceDays * Day;
        CheckRate(seed =>
        {
            var test = new ShiftTest(reference, Day);
            var random = new Random(seed);
            for (var device = 0; device < 30; device++)
            {
                long[] times = [.. new BurstyDevice(random).Disconnects(reference + Day)];
                test.Add(
                    times.Where(t => t < reference.Ticks),
                    times.Where(t => t >= reference.Ticks).Select(t => t - reference.Ticks)
                );
            }
            return test.PValue(CancellationToken.None);
        });
    }

    [Fact]
    public void A_cause_by_itself_at_two_hubs() =>
        CheckRate(seed =>
        {
            var random = new Random(seed);
            int[] counts = [.. Enumerable.Range(0, 50).Select(_ => new BurstyDevice(random).Disconnects(Day).Count)];
            return new LabelTest(Day, Day, counts[..20], counts[20..]).PValue(CancellationToken.None);
        });

    [Theory]
    [InlineData("plain", 0.5)]
    [InlineData("noisy", 0.75)]
    public void All_causes_of_a_fleet_at_two_times(string preset, double firstPart) =>
        CheckFleets(
            Enumerable
                .Range(1, 15)
                .Select(seed =>
                    new ComparedFleet(FleetPresets.All[preset](seed) with { Devices = 40, Hours = 32 }).Halves(
                        firstPart
                    )
                )
        );

    [Fact]
    public void All_causes_of_a_fleet_at_two_hubs() =>
        CheckFleets(
            Enumerable
                .Range(1, 15)
                .Select(seed =>
                    new ComparedFleet(
                        FleetPresets.All["noisy"](3) with
                        {
                            Seed = seed,
                            Devices = 60,
                            Hubs = 2,
                            Hours = 16,
                        }
                    ).Hubs()
                )
        );

    /// <summary>Of 400 with a rate of 5 %, 11 to 32 in 99 % of all cases.</summary>
    private void CheckRate(Func<int, double> pValue)
    {
        var low = Enumerable.Range(1, 400).AsParallel().Count(seed => pValue(seed) <= 0.05);
        output.WriteLine($"p <= 0.05 in {low} of 400");
        Assert.InRange(low, 8, 33);
    }

    private void CheckFleets(IEnumerable<IReadOnlyList<DisconnectComparison>> comparisons)
    {
        var all = comparisons.ToList();
        var alarms = all.Count(c => c.Any(d => d.IsSignificant));
        output.WriteLine(
            $"{alarms} of {all.Count} comparisons raise a false alarm; p <= 0.05 for "
                + $"{all.Sum(c => c.Count(d => d.PValue <= 0.05))} of {all.Sum(c => c.Count)} causes"
        );
        Assert.InRange(alarms, 0, 3);
        Assert.InRange(all.Sum(c => c.Count(d => d.PValue <= 0.05)), 0, all.Sum(c => c.Count) * 0.08);
    }
}
