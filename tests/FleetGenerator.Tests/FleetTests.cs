using FleetGenerator.Logs;

namespace FleetGenerator.Tests;

public class FleetTests
{
    public static TheoryData<string> Presets => [.. FleetPresets.All.Keys];

    [Theory]
    [MemberData(nameof(Presets))]
    public void The_same_seed_gives_the_same_fleet(string preset)
    {
        var one = Simulate(preset, 7);
        var other = Simulate(preset, 7);

        Assert.Equal(one.Rows, other.Rows);
        Assert.Equal(one.Labels, other.Labels);
        Assert.NotEqual(one.Rows, Simulate(preset, 8).Rows);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("odd")]
    [InlineData("raw")]
    public void Every_cause_is_there(string preset)
    {
        var causes = Enumerable
            .Range(1, 3)
            .SelectMany(seed => Fleet.Simulate(FleetPresets.All[preset](seed)).Labels)
            .Select(label => label.Cause);

        Assert.Equal(Enum.GetValues<Cause>(), causes.Distinct().Order());
    }

    [Fact]
    public void Each_label_is_the_time_of_a_row_of_its_kind()
    {
        var fleet = Fleet.Simulate(FleetPresets.Plain(3) with { Artefacts = new LogArtefacts() });
        var rows = fleet.Rows.Select(row => (row.DeviceId, row.ModuleId, row.Time, Kind(row))).ToHashSet();

        Assert.All(
            fleet.Labels,
            label => Assert.Contains((label.DeviceId, label.ModuleId, label.Time, label.Kind), rows)
        );
    }

    [Fact]
    public void Each_disconnect_row_belongs_to_a_label()
    {
        var fleet = Fleet.Simulate(FleetPresets.Plain(4) with { Artefacts = new LogArtefacts() });
        ILookup<(string, string?), DateTimeOffset> ends = fleet
            .Labels.Where(label => label.Kind == LabelKind.Closed)
            .ToLookup(label => (label.DeviceId, label.ModuleId), label => label.Time);

        Assert.All(
            fleet.Rows.Where(row => !row.IsConnect),
            row =>
                Assert.Contains(
                    ends[(row.DeviceId, row.ModuleId)],
                    end => row.Time - end >= TimeSpan.Zero && row.Time - end < TimeSpan.FromSeconds(2)
                )
        );
    }

    [Fact]
    public void A_site_is_blamed_when_two_or_more_of_its_devices_were_cut_off()
    {
        var fleet = Fleet.Simulate(FleetPresets.Plain(5));
        var addresses = fleet.Rows.ToLookup(row => row.DeviceId, row => row.MaskedIpAddress);
        Label[] atSites = [.. fleet.Labels.Where(label => label.Scope == Scope.Site)];

        Assert.NotEmpty(atSites);
        Assert.All(
            atSites,
            label =>
                Assert.Contains(
                    atSites,
                    other =>
                        other.DeviceId != label.DeviceId
                        && (other.Time - label.Time).Duration() < TimeSpan.FromHours(1)
                        && addresses[other.DeviceId].Intersect(addresses[label.DeviceId]).Any()
                )
        );
    }

    [Fact]
    public void The_metric_counts_what_is_connected()
    {
        var options = FleetPresets.Quiet(2) with { Hubs = 1 };
        var fleet = Fleet.Simulate(options);
        var minutes = Assert.Single(fleet.ConnectedCounts).Value;

        Assert.Equal((int)(options.Hours * 60), minutes.Count);
        Assert.All(minutes, minute => Assert.InRange(minute.Maximum, minute.Minimum, options.Devices));
        Assert.True(minutes.Average(minute => minute.Average) > options.Devices * 0.7);
    }

    private static Fleet Simulate(string preset, int seed) =>
        Fleet.Simulate(FleetPresets.All[preset](seed) with { Devices = 50, Hours = 12 });

    private static LabelKind Kind(LogRow row) => row.IsConnect ? LabelKind.Refused : LabelKind.Closed;
}
