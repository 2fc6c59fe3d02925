using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Restarts on a clock: of the wall, or of the time since the boot.</summary>
public sealed class DeviceRestartedTests
{
    private const string Java = "com.microsoft.azure.sdk.iot.iot-device-client/2.5.0 (17.0.2; Linux; amd64)";

    public static TheoryData<string, string, string, string, string> Cases =>
        new()
        {
            {
                "hourly, .NET",
                TestLog.DotNet,
                "sas",
                Schedule(3600, 3564, "D 404104", 45, 30),
                "every hour at xx:59:2"
            },
            {
                "hourly, a certificate",
                TestLog.C,
                "x509Certificate",
                Schedule(3600, 600, "D 404104", 20, 12),
                "every hour at xx:10:0"
            },
            {
                "every six hours, no SDK name",
                "",
                "sas",
                Schedule(21600, 7200, "D 404104", 60, 9),
                "every 6 hours, at 02:00:0"
            },
            {
                "nightly, Java",
                Java,
                "x509Certificate",
                Schedule(86400, 10800, "D 404104", 90, 6),
                "every day at 03:00:0"
            },
            {
                "hourly, and started within seconds",
                TestLog.DotNet,
                "x509Certificate",
                Schedule(3600, 420, "D 404104", 7, 20),
                "every hour at xx:07:0"
            },
            {
                "after six hours up",
                "",
                "sas",
                Repeated(Around(21601, 0.5, 8), "D 404104", 44),
                "the time a start takes"
            },
            {
                "after two hours up",
                TestLog.C,
                "x509Certificate",
                Repeated(Around(7201, 0.5, 10), "D 404104", 60),
                "the time a start takes"
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Names_the_habit(string name, string sdk, string auth, string rows, string habit)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            last.Cause == CauseName.DeviceRestarted && last.Reason.Contains(habit[..^1], StringComparison.Ordinal),
            $"{name}: {last.Cause} {last.Confidence} {last.Reason}\n{string.Join('\n', last.Evidence)}"
        );
    }

    [Fact]
    public void Clocks_that_are_put_back_break_no_schedule()
    {
        var rows = Schedule(86400, 10800, "D 404104", 60, 6) + Schedule(86400, 6 * 86400 + 14400, "D 404104", 60, 6);
        Each.Passes(
            new TestLog().Add(rows, sdk: TestLog.C, auth: "x509Certificate").Causes(),
            c => Assert.Equal(CauseName.DeviceRestarted, c.Cause)
        );
    }

    [Fact]
    public void An_update_starts_the_device_anew()
    {
        var cause = Updated().Causes().Single(c => c.ErrorCode == 404104);

        Assert.Equal(CauseName.DeviceRestarted, cause.Cause);
        Assert.Contains(cause.Evidence, e => e.Name == "SDK" && e.Weight > 0);
    }

    /// <summary>Node's alarm rings every 45 minutes from the process's start, whatever the connection does.</summary>
    [Theory]
    [InlineData("5:32:11 D 404104, 5:33:38 C", "6:00:00", CauseName.NetworkLost)]
    [InlineData("5:32:11 D 404104, 5:33:38 C", "6:18:38", CauseName.DeviceRestarted)]
    [InlineData("4:51:11 D 404104, 4:52:38 C", "5:15:00", CauseName.NetworkLost)]
    [InlineData("4:51:11 D 404104, 4:52:38 C", "5:37:38", CauseName.DeviceRestarted)]
    public void The_alarm_of_a_client_that_was_not_started_anew_rings_when_it_would_have(
        string end,
        string next,
        CauseName cause
    )
    {
        var rows = Enumerable
            .Range(0, 7)
            .Select(i => $"{i * 45 / 60}:{i * 45 % 60:00}:00 D, {i * 45 / 60}:{i * 45 % 60:00}:01 C");
        var lost = new TestLog()
            .Add($"0:00:00 C, {string.Join(", ", rows.Skip(1))}", sdk: TestLog.Node)
            .Add($"{end}, {next} D, {next}.9 C", sdk: TestLog.Node)
            .Causes()
            .Single(c => c.ErrorCode == 404104);

        Assert.True(
            lost.Cause == cause || cause == CauseName.NetworkLost && lost.Cause == CauseName.ConnectionReset,
            $"{lost.Cause} {lost.Confidence}\n{string.Join('\n', lost.Evidence)}"
        );
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1)]
    [InlineData(12)]
    public void A_token_is_no_schedule_however_quick_the_return(double away) =>
        Assert.Equal(
            CauseName.SasTokenExpired,
            new TestLog().Add(Repeated(Around(3601, 0.5, 12), "D 404104", away)).Causes()[^1].Cause
        );

    /// <summary>A certificate has no clock, whatever the ages look like.</summary>
    [Fact]
    public void A_start_as_long_as_the_last_one_is_no_habit_of_renewals_where_there_are_none() =>
        Each.Passes(
            new TestLog()
                .Add(Repeated(Around(3900, 420, 24), "D 404104", 28), sdk: Java, auth: "x509Certificate")
                .Causes(),
            c => Assert.True(c.Cause == CauseName.DeviceRestarted, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    /// <summary>Refused for its clock while the hub still has its old session, which it then misses.</summary>
    [Fact]
    public void A_device_that_tried_before_the_hub_noticed_was_gone_before() =>
        Assert.Equal(
            CauseName.DeviceRestarted,
            TriedBefore().Causes().Single(c => c.Kind == DisconnectKind.Closed).Cause
        );

    /// <summary>A lost line is away for as long as it is; what starts takes as long each time.</summary>
    [Theory]
    [InlineData(64, 63, 65, true)]
    [InlineData(40, 310, 130, false)]
    public void A_gateway_takes_as_long_to_start_each_time(int first, int second, int third, bool isSure)
    {
        var log = new TestLog();
        for (var i = 0; i < 12; i++)
            log.Add(
                $"0:00:00.{i:00} C, 3:10:00.{i:00} D 404104, {At(11400 + first + 0.1 * i)} C, "
                    + $"9:20:00.{i:00} D 404104, {At(33600 + second + 0.1 * i)} C, "
                    + $"17:00:00.{i:00} D 404104, {At(61200 + third + 0.1 * i)} C",
                $"leaf{i}",
                TestLog.DotNet,
                protocol: "Amqp"
            );

        Each.Passes(
            log.Causes(),
            c =>
                Assert.True(
                    c is { Cause: CauseName.DeviceRestarted, Confidence: > 0.7 } == isSure,
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    /// <summary>Timers are late by a little, never early.</summary>
    [Fact]
    public void Crashes_near_an_age_are_no_timer() =>
        Each.Passes(
            new TestLog()
                .Add(
                    Repeated(
                        [.. Around(47, 2.8, 100).Zip(Around(0, 2.8, 101).Skip(1), (a, b) => a + b)],
                        "D 404104",
                        19
                    ),
                    sdk: "",
                    auth: "x509Certificate"
                )
                .Causes(),
            c => Assert.True(c.Cause == CauseName.DeviceRestarted, $"{c.Duration} {c.Cause} {c.Confidence}")
        );

    internal static TestLog TriedBefore() =>
        new TestLog().Add(
            "0:00:00 C, 6:10:00 F 401003, 6:10:10 F 401003, 6:10:20 F 401003, 6:10:24 D 404104, 6:10:30 F 401003, "
                + "6:10:40 C",
            sdk: TestLog.FreeRtos
        );

    /// <summary>A device that has another SDK after it was cut.</summary>
    internal static TestLog Updated() =>
        new TestLog()
            .Add(Repeated([2880, 2880, 2880], "D", 4), sdk: TestLog.C)
            .Add("3:00:00 D 404104", sdk: TestLog.C)
            .Add("3:01:40 C, 3:59:40 D, 3:59:42 C", sdk: "azure-iot-device-iothub-py/2.14.0(3.10.5;Linux;x86_64)");

    /// <summary>A client that waits for half a minute is as long away as one that boots.</summary>
    [Theory]
    [InlineData("half a minute and a handshake", 30.4, 0.75)]
    [InlineData("any time", 38.4, 1)]
    public void Is_no_sure_answer_where_the_device_may_have_waited(string name, double away, double surest)
    {
        Each.Passes(
            AwayFor(away).Causes().SkipLast(1),
            c =>
                Assert.True(
                    c.Confidence <= surest && c.Confidence > surest - 0.25,
                    $"{name}: {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    internal static TestLog AwayFor(double away)
    {
        double[] ages = [3821, 9412, 1733, 16_204, 5230, 731, 11_093, 2950, 7018, 21_377, 4466, 1212];
        var rows = "";
        var now = 0.0;
        for (var i = 0; i < ages.Length; i++)
        {
            rows += $"{At(now)} C, {At(now + ages[i])} D 404104, ";
            now += ages[i] + away + i % 5 * 0.2;
        }
        return new TestLog().Add(rows, sdk: "", auth: "x509Certificate");
    }
}
