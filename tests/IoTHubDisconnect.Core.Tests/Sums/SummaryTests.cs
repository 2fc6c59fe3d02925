using System.Globalization;
using FleetGenerator;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Tests.Summaries;

public sealed class SummaryTests
{
    [Theory]
    [InlineData(DisconnectGrouping.Cause)]
    [InlineData(DisconnectGrouping.Device)]
    [InlineData(DisconnectGrouping.Hub)]
    [InlineData(DisconnectGrouping.Site)]
    [InlineData(DisconnectGrouping.Sdk)]
    [InlineData(DisconnectGrouping.Hour)]
    public void Is_the_same_from_a_source_as_from_the_pipeline(DisconnectGrouping by)
    {
        var folder = Directory.CreateTempSubdirectory("fleet-");
        try
        {
            Fleet.Simulate(FleetPresets.Mixed(5) with { Devices = 30, Hours = 12 }).WriteLogs(folder.FullName);
            using var log = FleetLog.Of(
                StreamReading.Read(
                    Directory.GetFiles(folder.FullName, "*.json", SearchOption.AllDirectories),
                    _ => { },
                    null,
                    CancellationToken.None
                ),
                CancellationToken.None
            );
            var direct = log.Visit(
                    new SummaryBuilder(by, devicesReturn: false),
                    new DisconnectFilter(),
                    ResolveOptions.None,
                    CancellationToken.None
                )
                .Build()
                .Select(Text);
            var piped = new SummaryBuilder(by, devicesReturn: true);
            foreach (var disconnect in log.Find(new DisconnectFilter()).OrderBy(d => d.Time))
                piped.Visit(
                    new Verdict(CauseExplainer.Resolve(disconnect, ResolveOptions.None, CultureInfo.InvariantCulture))
                );
            Assert.Equal(direct, piped.Build().Select(Text));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Counts_devices_shares_and_downtime()
    {
        var log = new TestLog()
            .Add("0:00:00 F 401003, 0:01:00 C, 1:00:00 D 429001, 1:00:10 C", device: "a")
            .Add("0:30:00 F 401003, 0:33:00 C, 2:00:00 D 429001, 2:00:30 C, 3:00:00 D 429001, 3:00:20 C", device: "b");
        var summaries = Summaries(log, DisconnectGrouping.Cause);
        Assert.Equal(["Throttled", "Unauthorized"], summaries.Select(s => s.Name));
        var throttled = summaries[0];
        Assert.Equal(
            (3L, 2, 0.6, false),
            (throttled.Count, throttled.DeviceCount, throttled.Share, throttled.IsExpected)
        );
        Assert.Equal((TestLog.At("1:00:00"), TestLog.At("3:00:00")), (throttled.First, throttled.Last));
        Assert.Equal(
            (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60)),
            (throttled.MedianDowntime, throttled.TotalDowntime)
        );
        Assert.Equal(TimeSpan.FromMinutes(1), summaries[1].MedianDowntime);
    }

    [Fact]
    public void Counts_the_time_after_a_close_once_for_a_device_and_for_each_cause()
    {
        const string rows = "0:00:00 C, 1:00:00 D 404104, 1:01:10 F 403002, 1:02:00 C";
        Assert.Equal(
            TimeSpan.FromSeconds(120),
            Summaries(new TestLog().Add(rows), DisconnectGrouping.Device)[0].TotalDowntime
        );
        Assert.Equal(
            TimeSpan.FromSeconds(50),
            Summaries(new TestLog().Add(rows), DisconnectGrouping.Cause)
                .Single(s => s.Cause == CauseName.QuotaExceeded)
                .TotalDowntime
        );
    }

    /// <summary>A renewal takes seconds; the hour that refusals then took is that of their cause.</summary>
    [Theory]
    [InlineData("D", CauseName.SasTokenRenewed)]
    [InlineData("D 404104", CauseName.QuotaExceeded)]
    public void Counts_the_time_that_refusals_kept_a_device_out_for_their_cause(string end, CauseName cause)
    {
        var rows = $"0:00:00 C, 0:48:00 D, 0:48:03 C, 1:36:03 {end}, 1:36:07 F 403002, 2:30:00 F 403002, 2:36:07 C";
        var summaries = Summaries(new TestLog().Add(rows, sdk: TestLog.C), DisconnectGrouping.Cause);

        Assert.Equal(cause, new TestLog().Add(rows, sdk: TestLog.C).Causes()[^2].Cause);
        Assert.Equal(TimeSpan.FromSeconds(3607), TimeSpan.FromTicks(summaries.Sum(s => s.TotalDowntime!.Value.Ticks)));
        Assert.InRange(
            summaries.Single(s => s.Cause == CauseName.QuotaExceeded).TotalDowntime!.Value.TotalSeconds,
            3600,
            3604
        );
    }

    [Theory]
    [InlineData(DisconnectGrouping.Cause)]
    [InlineData(DisconnectGrouping.Area)]
    [InlineData(DisconnectGrouping.Device)]
    [InlineData(DisconnectGrouping.Hour)]
    public void Counts_a_close_and_the_refusals_after_it_once_in_any_order(DisconnectGrouping by)
    {
        var log = new TestLog()
            .Add("0:00:00 C, 1:00:00 D 403012, 1:00:05 F 403012, 1:10:00 F 403012, 2:00:00 C", device: "a")
            .Add("0:00:00 C, 1:00:00 D 403012, 1:00:05 F 403012, 1:10:00 F 403012, 2:30:00 C", device: "b");
        var causes = log.Causes().OrderBy(c => c.Time).ToArray();
        foreach (var order in (IEnumerable<DisconnectCause>[])[causes, Enumerable.Reverse(causes)])
        {
            var builder = new SummaryBuilder(by, devicesReturn: true);
            foreach (var cause in order)
                builder.Visit(new Verdict(cause));
            var summaries = builder.Build();
            Assert.Equal(4, summaries.Sum(s => s.Count));
            Assert.Equal(150, summaries.Sum(s => s.TotalDowntime!.Value.TotalMinutes));
        }
    }

    [Fact]
    public void Lists_hours_in_order_of_time()
    {
        var log = new TestLog().Add(
            "0:00:00 F 401003, 0:01:00 C, 5:00:00 F 401003, 5:01:00 C, 5:02:00 F 401003, 5:03:00 C"
        );
        Assert.Equal(
            ["2026-11-16 00:00Z", "2026-11-16 05:00Z"],
            Summaries(log, DisconnectGrouping.Hour).Select(s => s.Name)
        );
    }

    [Fact]
    public void Has_no_downtime_where_no_device_came_back()
    {
        var summary = Assert.Single(
            Summaries(new TestLog().Add("0:00:00 C, 1:00:00 D 404104"), DisconnectGrouping.Device)
        );
        Assert.Null(summary.MedianDowntime);
        Assert.Null(summary.TotalDowntime);
    }

    [Fact]
    public void Sorting_ends_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var many = Enumerable.Range(0, 1000).Select(i => $"{i * 7919 % 1000}").ToList();
        Assert.Throws<OperationCanceledException>(() =>
            many.SortUntilCancelled(
                (a, b) =>
                {
                    stop.Cancel();
                    return string.CompareOrdinal(a, b);
                },
                stop.Token
            )
        );
    }

    private static List<DisconnectSummary> Summaries(TestLog log, DisconnectGrouping by)
    {
        var builder = new SummaryBuilder(by, devicesReturn: true);
        foreach (var cause in log.Causes())
            builder.Visit(new Verdict(cause));
        return [.. builder.Build()];
    }

    private static string Text(DisconnectSummary s) =>
        $"{s.Name} {s.HubName} {s.Count} {s.DeviceCount} {s.ExpectedCount} {s.MainCause} {s.First:o} "
        + $"{s.Last:o} {s.MedianDowntime} {s.TotalDowntime}";
}
