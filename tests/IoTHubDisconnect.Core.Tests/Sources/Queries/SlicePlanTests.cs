using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Core.Tests.Sources.Queries;

public sealed class SlicePlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimePeriod Day = new(Noon, Noon.AddDays(1));

    [Theory]
    [InlineData(0, 0, 0, 0)] // nothing to ask for
    [InlineData(200_000, 25_000, 240, 1)]
    [InlineData(500_000, 2, 240, 1)] // one device, in one answer as far as its bytes go
    [InlineData(10_000_000, 3_000_000, 240, 64)] // a million devices with ten rows each: 33 would do by bytes alone
    [InlineData(10_000_000, 10_000_000, 240, 193)] // rows of which no two say the same
    [InlineData(10_000_000_000, 10_000_000_000, 240, 4096)]
    public void Shares_fit_into_an_answer(long rows, long kinds, int length, int atMost)
    {
        var slices = SlicePlan.Cut(Day, new LogSize(rows, kinds, rows * length)).ToArray();

        Assert.InRange(slices.Length, (atMost + 1) / 2, atMost);
        Assert.Equal(rows, slices.Sum(s => s.Rows));
        Assert.Equal(Enumerable.Range(0, slices.Length), slices.Select(s => s.Part));
        Assert.All(slices, s => Assert.Equal((Day, slices.Length), (s.Period, s.Parts)));
        if (atMost < LogSlice.MostParts)
            Assert.All(
                slices,
                s => Assert.True(new LogSize(s.Rows, kinds / slices.Length, s.Rows * length).Bytes < 33e6)
            );
    }

    [Fact]
    public void Halving_goes_by_shares_first_and_by_time_then()
    {
        var slice = new LogSlice(new TimePeriod(Noon, Noon.AddSeconds(5)), 100) { Part = 1, Parts = 3 };

        var leaves = Leaves(slice).ToArray();

        Assert.Equal(5 * 1024, leaves.Length);
        Assert.All(leaves.GroupBy(l => (l.Part, l.Parts)), g => AssertCovers(slice.Period, [.. g]));
        Assert.Equal(1024, leaves.Select(l => l.Part).Distinct().Count());
        Assert.All(leaves, l => Assert.Equal((3072, 1), (l.Parts, l.Part % 3)));
    }

    [Theory]
    [InlineData(86_400, 20, 20)]
    [InlineData(86_401.5, 7, 7)]
    [InlineData(5, 100, 5)]
    [InlineData(1.5, 2, 0)]
    public void Stretches_cover_the_time_without_a_gap(double seconds, int count, int stretches)
    {
        var period = new TimePeriod(Noon, Noon.AddSeconds(seconds));

        var slices = new LogSlice(period, 1_000_000).Stretches(count);

        Assert.Equal(stretches, slices.Count);
        if (stretches > 0)
            AssertCovers(period, slices);
    }

    private static void AssertCovers(TimePeriod period, IReadOnlyList<LogSlice> slices)
    {
        Assert.Equal((period.Start, period.End), (slices[0].Period.Start, slices[^1].Period.End));
        Assert.All(slices.Zip(slices.Skip(1)), pair => Assert.Equal(pair.First.Period.End, pair.Second.Period.Start));
        Assert.All(slices, s => Assert.True(s.Period.Length >= TimeSpan.FromSeconds(1)));
    }

    private static IEnumerable<LogSlice> Leaves(LogSlice slice) =>
        slice.Halves() is { Count: > 0 } halves ? halves.SelectMany(Leaves) : [slice];
}
