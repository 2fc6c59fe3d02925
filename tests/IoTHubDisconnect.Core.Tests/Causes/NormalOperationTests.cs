using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Comparisons;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>
/// Whether a close that is nobody's fault was expected turns on when the device was back. The log goes on to the given
/// time.
/// </summary>
public sealed class NormalOperationTests
{
    private const string Expiries = "0:00:00 C, 1:05:01 D 401003, 1:05:05 C, 2:10:06 D 401003";
    private const string Renewals = "0:00:00 C, 0:48:00 D, 0:48:03 C, 1:36:03 D";
    private const string Naps = "0:00:00 C, 0:02:00 D, 1:00:00 C, 1:02:00 D, 2:00:00 C, 2:02:00 D";

    public static TheoryData<string, string, string, string, CauseName, bool> Cases =>
        new()
        {
            {
                "an expiry, back at once",
                TestLog.DotNet,
                Expiries + ", 2:10:09 C",
                "8:00:00",
                CauseName.SasTokenExpired,
                true
            },
            {
                "an expiry, back after five minutes",
                TestLog.DotNet,
                Expiries + ", 2:15:09 C",
                "8:00:00",
                CauseName.SasTokenExpired,
                true
            },
            {
                "an expiry, back after three hours",
                TestLog.DotNet,
                Expiries + ", 5:10:09 C",
                "8:00:00",
                CauseName.SasTokenExpired,
                false
            },
            { "an expiry, never back", TestLog.DotNet, Expiries, "8:00:00", CauseName.SasTokenExpired, false },
            { "an expiry as the log ends", TestLog.DotNet, Expiries, "2:15:00", CauseName.SasTokenExpired, true },
            {
                "an expiry whose return is missing from the log",
                TestLog.DotNet,
                Expiries + ", 6:00:00 D 404104, 6:00:05 C",
                "8:00:00",
                CauseName.SasTokenExpired,
                true
            },
            {
                "an expiry, refused to the end",
                TestLog.DotNet,
                Expiries + ", 2:10:30 F 401003, 7:00:00 F 401003",
                "8:00:00",
                CauseName.SasTokenExpired,
                false
            },
            {
                "an expiry, refused again and again before it was back",
                TestLog.DotNet,
                Expiries
                    + string.Concat(Enumerable.Range(1, 9).Select(i => $", 2:11:{6 * i:00} F 401003"))
                    + ", 2:12:00 C",
                "8:00:00",
                CauseName.SasTokenExpired,
                false
            },
            {
                "a renewal, back at once",
                TestLog.C,
                Renewals + ", 1:36:06 C",
                "8:00:00",
                CauseName.SasTokenRenewed,
                true
            },
            { "a renewal, never back", TestLog.C, Renewals, "8:00:00", CauseName.SasTokenRenewed, false },
            { "a renewal as the log ends", TestLog.C, Renewals, "1:40:00", CauseName.SasTokenRenewed, true },
            {
                "a nap among naps of an hour",
                TestLog.Node,
                Naps + ", 3:05:00 C",
                "8:00:00",
                CauseName.ClientClosed,
                true
            },
            { "a nap that is not over", TestLog.Node, Naps, "3:30:00", CauseName.ClientClosed, true },
            { "a nap without an end", TestLog.Node, Naps, "8:00:00", CauseName.ClientClosed, false },
            {
                "switched off in the evening",
                TestLog.Node,
                "0:00:00 C, 7:00:00 D",
                "19:00:00",
                CauseName.ClientClosed,
                true
            },
            {
                "switched off for days",
                TestLog.Node,
                "0:00:00 C, 7:00:00 D",
                "3.07:00:00",
                CauseName.ClientClosed,
                false
            },
            {
                "a stop of a device that was there day and night",
                TestLog.C,
                SessionRows.Repeated(SessionRows.Around(2880.3, 0.2, 35), "D", 3) + "1.05:00:00 D",
                "1.11:00:00",
                CauseName.ClientClosed,
                false
            },
            {
                "a stop, and refused for hours when it wants back",
                TestLog.Node,
                Naps + ", 3:00:00 F 401003, 4:30:00 F 401003, 4:40:00 C",
                "5:00:00",
                CauseName.ClientClosed,
                false
            },
            {
                "a stop for a day, of a device that was always back at once",
                TestLog.C,
                SessionRows.Repeated(SessionRows.Around(2880.3, 0.2, 25), "D", 3) + "20:50:00 D, 1.22:00:00 C",
                "2.00:00:00",
                CauseName.ClientClosed,
                false
            },
            {
                "a reset, back at once",
                TestLog.C,
                "0:00:00 C, 0:17:13 D 404104, 0:17:15 C",
                "8:00:00",
                CauseName.ConnectionReset,
                false
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Goes_by_the_outcome(string name, string sdk, string rows, string end, CauseName cause, bool isExpected)
    {
        var last = Log(sdk, rows, end).Causes().Last(c => c.DeviceId == "device" && c.Cause == cause);
        Assert.True(isExpected == last.IsExpected, $"{name}: {last.Cause} {last.AwaySince:o}");
    }

    [Fact]
    public void Every_sum_goes_by_it()
    {
        var log = Log(TestLog.DotNet, Expiries, "8:00:00");
        var causes = log.Causes();
        var sums = new SummaryBuilder(DisconnectGrouping.Cause, devicesReturn: true);
        var comparison = new ComparisonBuilder();
        var report = new ReportBuilder(new AttentionScope { Top = 10, DevicesReturn = true });
        foreach (var cause in causes)
        {
            sums.Visit(new Verdict(cause));
            report.Visit(new Verdict(cause));
            comparison.Difference.Add(ComparedDisconnect.Of(new Verdict(cause)));
        }
        var period = new ComparedPeriod(TestLog.At("0:00:00").UtcTicks, TimeSpan.FromHours(8));

        Assert.Equal(
            (2L, 1L, (bool?)null),
            sums.Build()
                .Where(s => s.Cause == CauseName.SasTokenExpired)
                .Select(s => (s.Count, s.ExpectedCount, s.IsExpected))
                .Single()
        );
        Assert.Equal(
            (1L, (bool?)null),
            comparison
                .Build(period, period, 0.05, default)
                .Where(c => c.Cause == CauseName.SasTokenExpired)
                .Select(c => (c.DifferenceExpectedCount, c.IsExpected))
                .Single()
        );
        var away = Assert.Single(report.Devices.Judge(period.Length).All).Figures;
        Assert.Equal(
            ("device", CauseName.SasTokenExpired, TestLog.At("2:10:06").UtcTicks),
            (away.DeviceId, away.MainTrouble, away.Absence!.Since)
        );
    }

    [Fact]
    public void Devices_that_are_away_come_first()
    {
        var log = Log(TestLog.C, Renewals, "8:00:00")
            .Add(
                "0:00:00 F 403012, 4:00:00 C, 4:01:00 F 403012, 7:59:00 C",
                "disabled-for-longer",
                TestLog.C,
                ip: "198.51.7.XXX"
            );
        var report = new ReportBuilder(new AttentionScope { Top = 10, DevicesReturn = true });
        foreach (var cause in log.Causes())
            report.Visit(new Verdict(cause));

        Assert.Equal(
            ["device", "disabled-for-longer"],
            report.Devices.Judge(TimeSpan.FromHours(8)).All.Select(d => d.Figures.DeviceId)
        );
    }

    [Fact]
    public void A_device_in_a_loop_of_closes_needs_somebody()
    {
        var report = new ReportBuilder(new AttentionScope { Top = 10, DevicesReturn = true });
        foreach (
            var cause in new TestLog()
                .Add(SessionRows.Repeated(SessionRows.Around(3, 1, 50), "D", 1), sdk: TestLog.C)
                .Causes()
        )
            report.Visit(new Verdict(cause));

        Assert.Equal(
            CauseName.ClientClosed,
            Assert.Single(report.Devices.Judge(TimeSpan.FromHours(1)).All).Figures.MainTrouble
        );
    }

    [Fact]
    public void Says_that_the_device_was_not_seen_again() =>
        Assert.Equal(
            "After 1 h 5 min the hub closed the session: most likely its SAS token of 1 h had expired. The device "
                + "was not seen again.",
            Log(TestLog.DotNet, Expiries, "8:00:00")
                .Causes()
                .Single(c => c.AwaySince is not null && c.DeviceId == "device")
                .Reason
        );

    /// <summary>Another device, elsewhere, keeps the log going.</summary>
    private static TestLog Log(string sdk, string rows, string end) =>
        new TestLog()
            .Add(rows, sdk: sdk)
            .Add($"0:00:30 C, {end} C", "other", TestLog.C, auth: "x509Certificate", ip: "198.51.1.XXX");
}
