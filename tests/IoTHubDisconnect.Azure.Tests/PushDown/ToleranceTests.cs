using FleetGenerator;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>Summing up on the log engine says what summing up all rows here says, within a stated tolerance, for fleets of every kind.</summary>
public sealed class ToleranceTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData("wired", 2)]
    [InlineData("quiet", 3)]
    [InlineData("plain", 5)]
    [InlineData("odd", 7)]
    [InlineData("noisy", 11)]
    [InlineData("raw", 13)]
    [InlineData("mixed", 17)]
    public async Task Every_grouping_agrees(string preset, int seed)
    {
        await using var fleet = await SimulatedFleet.CreateAsync(FleetPresets.All[preset](seed) with { Devices = 400, Hours = 8 });
        foreach (var by in Enum.GetValues<DisconnectGrouping>())
        {
            var (sums, rows) = await fleet.FromEngineAsync(by);
            var difference = Difference.Of(fleet.FromFiles(by), sums);
            output.WriteLine($"{preset} by {by}: {difference}, {100.0 * rows / fleet.Rows:0.0} % of {fleet.Rows} rows");
            Assert.True(difference.Count <= (by == DisconnectGrouping.Cause ? 0.01 : 0.001), $"{by}: {difference}");
            Assert.True(difference.Downtime <= 0.01, $"{by}: {difference}");
            Assert.True(difference.Medians <= 0.1, $"{by}: {difference}");
        }
    }
}
