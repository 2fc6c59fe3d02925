using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>An idle timer acts on quiet clients, up to the hub's own patience of 29m27s.</summary>
public sealed class IdleTimeoutTests
{
    private const string Java = "com.microsoft.azure.sdk.iot.iot-device-client/2.5.0 (17.0.2; Linux; amd64)";
    private const string Python = "azure-iot-device-iothub-py/2.14.0(3.10.5;Linux;x86_64)";

    /// <summary>Seconds that sessions lasted whose clients sent something now and then.</summary>
    internal static readonly double[] AfterMessages =
    [
        1769,
        1772,
        2935,
        1770,
        1768,
        3412,
        1771,
        1769,
        1774,
        2207,
        1770,
        1772,
        1768,
        1901,
        1773,
        1770,
    ];

    [Theory]
    [InlineData("no SDK name: ten minutes", "", 600.5, null)]
    [InlineData("no SDK name: the hub's cap", "", 1767.3, null)]
    [InlineData("C pings at four minutes, too late", TestLog.C, 120.4, null)]
    [InlineData("C with a long keep-alive, as the operator knows", TestLog.C, 600.4, 1100)]
    public void Is_found(string name, string sdk, double age, int? keepAlive)
    {
        var last = Last(sdk, "sas", age, keepAlive);
        Assert.True(
            last.Cause == CauseName.IdleTimeout,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    [Theory]
    [InlineData(".NET pings at 75 s", TestLog.DotNet, "sas", 600.5, null)]
    [InlineData("Java pings at 230 s", Java, "sas", 900.5, null)]
    [InlineData("Node pings at 180 s", TestLog.Node, "sas", 1200.5, null)]
    [InlineData("Python pings at 60 s", Python, "sas", 300.5, null)]
    [InlineData("C pings at 240 s", TestLog.C, "x509Certificate", 1500.5, null)]
    [InlineData("no hub waits for half an hour", "", "x509Certificate", 1800.5, null)]
    [InlineData("no hub waits for six hours", "", "sas", 21600.5, null)]
    [InlineData("a keep-alive of a minute, as the operator knows", "", "sas", 600.5, 60)]
    public void Is_not_where_it_cannot_be(string name, string sdk, string auth, double age, int? keepAlive)
    {
        var last = Last(sdk, auth, age, keepAlive);
        Assert.True(
            last.Cause != CauseName.IdleTimeout && last.Alternative.All(a => a.Cause != CauseName.IdleTimeout),
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    [Fact]
    public void Is_doubtful_where_the_keep_alive_must_have_been_set()
    {
        var last = Last(TestLog.C, "sas", 300.4, null);
        Assert.Equal(CauseName.IdleTimeout, last.Cause);
        Assert.InRange(last.Confidence, 0.4, 0.7);
        Assert.Contains(
            last.Evidence,
            e => e.Expected?.Contains("this client pings by then", StringComparison.Ordinal) == true
        );
    }

    /// <summary>An application that has its own MQTT client sets its keep-alive, whatever the samples say.</summary>
    [Fact]
    public void Is_likely_where_the_application_sets_the_keep_alive()
    {
        var last = Last("azsdk-c/1.5.0", "x509Certificate", 1500.4, null);
        Assert.True(
            last is { Cause: CauseName.IdleTimeout, Confidence: > 0.5 and < 0.9 },
            $"{last.Cause} {last.Confidence}"
        );
    }

    /// <summary>It sleeps between its messages, and notices with the next one that it was cut.</summary>
    [Fact]
    public void Who_is_cut_at_a_timers_age_and_comes_with_its_next_message_does_not_just_sleep()
    {
        var causes = new TestLog()
            .Add(Repeated(Around(241.5, 1.4, 40), "D 404104", 655), sdk: "", auth: "x509Certificate")
            .Causes();

        Each.Passes(
            causes.Where(c => c.Duration is not null),
            c => Assert.False(c.IsExpected, $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}")
        );
    }

    /// <summary>
    /// Of hundreds of sessions as long as chance has it, some are twice as long as the most common few seconds.
    /// </summary>
    [Fact]
    public void Is_not_told_by_ages_that_are_spread_evenly()
    {
        var causes = new TestLog()
            .Add(Repeated(Around(110, 89, 600), "D 404104", 19), sdk: TestLog.C, auth: "x509Certificate")
            .Causes();

        Each.Passes(
            causes,
            c => Assert.True(c.Cause != CauseName.IdleTimeout, $"{c.Duration}\n{string.Join('\n', c.Evidence)}")
        );
    }

    /// <summary>The hub counts from the last packet: a message now and then moves its cap on.</summary>
    [Fact]
    public void The_hubs_cap_counts_from_the_last_message() =>
        Each.Passes(
            new TestLog().Add(Repeated(AfterMessages, "D 404104", 6), sdk: "", auth: "x509Certificate").Causes(),
            c =>
                Assert.True(
                    c.Cause == CauseName.IdleTimeout,
                    $"{c.Duration} {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    /// <summary>So do the timers on the way.</summary>
    [Fact]
    public void A_timer_counts_from_the_last_message() =>
        Each.Passes(
            AfterMessagesThroughTimer().Causes(),
            c =>
                Assert.True(
                    c.Cause == CauseName.IdleTimeout,
                    $"{c.Duration} {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    internal static TestLog AfterMessagesThroughTimer() =>
        new TestLog().Add(
            Repeated([241, 242, 240.5, 529, 241, 373, 242, 240.7, 451, 241, 240.6, 242, 611, 241], "D 404104", 3),
            sdk: "",
            auth: "x509Certificate"
        );

    /// <summary>A middlebox looks through its table every few seconds: its timer is no token's for that.</summary>
    [Theory]
    [InlineData(240, 5)]
    [InlineData(300, 6)]
    [InlineData(600, 8)]
    [InlineData(900, 15)]
    [InlineData(1150, 30)]
    [InlineData(300, 60)]
    public void Is_found_where_the_timer_sweeps(double timer, double sweep)
    {
        var rows = Repeated(Around(timer + sweep / 2, sweep / 2, 60), "D 404104", 2);

        Each.Passes(
            new TestLog().Add(rows, sdk: "").Causes(),
            c =>
                Assert.True(
                    c.Cause == CauseName.IdleTimeout,
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    [Fact]
    public void Says_that_the_clock_is_not_known() =>
        Assert.Equal(
            "After 10 min, as 40 sessions of this device, it was cut: some clock ends its sessions, and the "
                + "log does not show whose.",
            Last(TestLog.DotNet, "sas", 600.2, null).Reason
        );

    private static DisconnectCause Last(string sdk, string auth, double age, int? keepAlive) =>
        new TestLog()
            .Add(Repeated(Around(age, 0.1, 40), "D 404104", 2), sdk: sdk, auth: auth)
            .Causes(keepAlive is { } seconds ? new ResolveOptions { KeepAlive = TimeSpan.FromSeconds(seconds) } : null)[
            ^1
        ];

    /// <summary>Whoever looks after a site may have set a longer keep-alive on all of its clients.</summary>
    [Fact]
    public void A_timer_of_a_site_cuts_clients_that_ping_sooner_by_default()
    {
        var log = new TestLog();
        for (var i = 0; i < 5; i++)
            log.Add(
                Repeated(Around(485, 0.5, 12), "D 404104", 6, 17 * i),
                $"tank{i}",
                TestLog.C,
                auth: "x509Certificate"
            );

        Each.Passes(
            log.Causes(),
            c =>
                Assert.True(
                    c.Cause == CauseName.IdleTimeout,
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    /// <summary>It reports by the clock, its keep-alive is over the cap, and it finds out at the next report.</summary>
    [Theory]
    [InlineData(3600)]
    [InlineData(7200)]
    [InlineData(14400)]
    public void Is_the_hubs_cap_however_long_the_device_waits(double period)
    {
        var ages = Around(1771, 3, 24);
        var rows = ages.Select((age, i) => $"{At(i * period)} C, {At(i * period + age)} D 404104");

        Each.Passes(
            new TestLog().Add(string.Join(", ", rows), sdk: "", auth: "x509Certificate").Causes(),
            c => Assert.True(c.Cause == CauseName.IdleTimeout, $"{c.Duration} {c.Cause} {c.Confidence}")
        );
    }

    /// <summary>A job begins each half hour and talks for some seconds; four minutes later it is cut.</summary>
    [Fact]
    public void May_be_what_ends_the_connection_of_a_job_by_the_clock()
    {
        var ages = Around(246, 2.2, 24);
        var rows = ages.Select((age, i) => $"{At(i * 1800)} C, {At(i * 1800 + age)} D 404104");

        Each.Passes(
            new TestLog().Add(string.Join(", ", rows), sdk: Java, protocol: "Amqp").Causes(),
            c => Assert.False(c.IsExpected, $"{c.Duration} {c.Cause} {c.Confidence}")
        );
    }
}
