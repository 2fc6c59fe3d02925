using IoTHubDisconnect.Queries;

namespace IoTHubDisconnect.Core.Tests.Queries;

public sealed class SlicePlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimePeriod Day = new(Noon, Noon.AddDays(1));

    [Fact]
    public void Slices_cover_the_time_without_a_gap_and_hold_what_was_counted()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var counts = Enumerable
                .Range(0, 1440)
                .Where(_ => random.Next(3) > 0)
                .Select(minute => (Noon.AddMinutes(minute), (long)random.Next(1, 1 << random.Next(1, 12))))
                .ToArray();

            var slices = SlicePlan.Cut(Day, counts, rowsInAnswer: 1000).ToArray();

            AssertCovers(Day, slices);
            Assert.InRange(slices.Sum(s => s.Rows), counts.Sum(c => c.Item2), counts.Sum(c => c.Item2) + slices.Length);
            Assert.All(slices, s => Assert.True(s.Rows <= 1000, $"{s} has {s.Rows} rows."));
        }
    }

    [Fact]
    public void A_time_without_rows_is_one_slice()
    {
        var slice = Assert.Single(SlicePlan.Cut(Day, []));

        Assert.Equal(Day, slice.Period);
    }

    [Fact]
    public void Halving_goes_by_rows_first_then_by_time_then_by_hash()
    {
        var slice = new LogSlice(new TimePeriod(Noon, Noon.AddMinutes(3)), 100)
        {
            Counts = [(Noon, 10), (Noon.AddMinutes(1), 80), (Noon.AddMinutes(2), 10)],
        };

        var (first, rest) = slice.Halves()!.Value;
        Assert.Equal((10, 90), (first.Rows, rest.Rows));
        var (minute, _) = rest.Halves()!.Value;
        Assert.Equal(80, minute.Rows);

        var seconds = Leaves(minute).ToArray();
        AssertCovers(minute.Period, [.. seconds.Where(s => s.Part == 0)]);
        Assert.All(seconds, s => Assert.True(s.Parts == 4096 && s.Period.Length <= TimeSpan.FromSeconds(1)));
        Assert.Equal(60 * 4096, seconds.Length);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(24, 1)]
    [InlineData(24 * 7, 15)]
    [InlineData(24 * 90, 360)]
    public void Few_counts_are_asked_for(int hours, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), SlicePlan.BinOf(new TimePeriod(Noon, Noon.AddHours(hours))));

    private static void AssertCovers(TimePeriod period, IReadOnlyList<LogSlice> slices)
    {
        Assert.Equal((period.Start, period.End), (slices[0].Period.Start, slices[^1].Period.End));
        Assert.All(slices.Zip(slices.Skip(1)), pair => Assert.Equal(pair.First.Period.End, pair.Second.Period.Start));
        Assert.All(slices, s => Assert.True(s.Period.Length > TimeSpan.Zero));
    }

    private static IEnumerable<LogSlice> Leaves(LogSlice slice) =>
        slice.Halves() is var (first, second) ? Leaves(first).Concat(Leaves(second)) : [slice];
}
