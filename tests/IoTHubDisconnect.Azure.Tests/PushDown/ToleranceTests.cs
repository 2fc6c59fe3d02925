using AzureStandIn;
using AzureStandIn.Logs;
using FleetGenerator;
using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Queries;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>Summing up on the log engine says what summing up all rows here says, within a stated tolerance, for fleets of every kind.</summary>
public sealed class ToleranceTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData("wired", 2)]
    [InlineData("quiet", 3)]
    [InlineData("odd", 7)]
    [InlineData("noisy", 11)]
    [InlineData("mixed", 17)]
    public async Task Every_grouping_agrees(string preset, int seed)
    {
        await using var fleet = await SimulatedFleet.CreateAsync(
            FleetPresets.All[preset](seed) with
            {
                Devices = 120,
                Hours = 6,
            }
        );
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

    [Fact]
    public async Task Codes_devices_and_a_period_are_chosen_by_the_engine()
    {
        await using var fleet = await SimulatedFleet.CreateAsync(
            FleetPresets.Wired(4) with
            {
                Devices = 150,
                Hours = 8,
            }
        );
        var start = FleetPresets.Wired(4).Start;
        var devices = new DeviceSelection([], ["device-"]);
        foreach (
            var filter in (DisconnectFilter[])
                [
                    new() { ErrorCodes = [401003] },
                    new() { ErrorCodes = [404104, 500001] },
                    new() { Start = start.AddHours(2.5), End = start.AddHours(6) },
                    new() { IsWanted = (_, d) => d.StartsWith("device-", StringComparison.Ordinal) },
                ]
        )
        {
            var (sums, _) = await fleet.FromEngineAsync(
                DisconnectGrouping.Hour,
                filter,
                filter.IsWanted is null ? null : devices
            );
            var difference = Difference.Of(await fleet.FromRowsAsync(DisconnectGrouping.Hour, filter), sums);
            Assert.True(
                sums.Count > 0 && difference is { Count: <= 0.002, Devices: <= 0.002, Downtime: <= 0.01 },
                $"{filter}: {difference}"
            );
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_was_cut_off_is_asked_for_in_halves(bool inCluster)
    {
        var limits = new StandInOptions { Limits = new QueryLimits { Rows = 600 } };
        await using var fleet = await SimulatedFleet.CreateAsync(
            FleetPresets.Quiet(3) with
            {
                Devices = 150,
                Hours = 6,
            },
            limits
        );
        var (sums, _) = await fleet.FromEngineAsync(DisconnectGrouping.Device, inCluster: inCluster);

        Assert.True(
            Difference.Of(fleet.FromFiles(DisconnectGrouping.Device), sums)
                is { Count: 0, Devices: 0, Downtime: < 0.001 }
        );
    }

    [Fact]
    public async Task Data_Explorer_agrees()
    {
        await using var fleet = await SimulatedFleet.CreateAsync(
            FleetPresets.Wired(6) with
            {
                Devices = 200,
                Hours = 6,
            }
        );
        var (sums, rows) = await fleet.FromEngineAsync(DisconnectGrouping.Device, inCluster: true);

        Assert.True(rows < fleet.Rows);
        Assert.True(
            Difference.Of(fleet.FromFiles(DisconnectGrouping.Device), sums)
                is { Count: 0, Devices: 0, Downtime: < 0.001 }
        );
    }
}
