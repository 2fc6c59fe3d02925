using System.Globalization;
using System.Text;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Core.Tests.Quality;
using IoTHubDisconnect.Fleets;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>An orderly close is a renewal where the SDK renews so, on its own clock.</summary>
public sealed class SasTokenRenewedTests
{
    private const string Java = "com.microsoft.azure.sdk.iot.iot-device-client/2.5.0 (17.0.2; Linux; amd64)";
    private const string Python = "azure-iot-device-iothub-py/2.14.0(3.10.5;Linux;x86_64)";
    private const string ThreadX = "azsdk-c/6.1 (azrtos)";

    [Theory]
    [InlineData("C: 0.8 of an hour", TestLog.C, 2880, 0.5, 20, true)]
    [InlineData("C: 0.8 of four hours", TestLog.C, 11520, 0.5, 5, true)]
    [InlineData("Python: two minutes before an hour is over", Python, 3480, 0.5, 10, true)]
    [InlineData("Node: a quarter before two hours are over", TestLog.Node, 6300, 0.5, 6, true)]
    [InlineData("no SDK name: 54 minutes", "", 3240, 0.5, 10, true)]
    [InlineData("C: 0.8 of no lifetime that anybody sets", TestLog.C, 3000, 0.5, 20, false)]
    [InlineData("Java leaves it to the hub: every two hours", Java, 7165, 0.5, 10, false)]
    [InlineData(".NET leaves it to the hub: every 48 minutes", TestLog.DotNet, 2880, 0.5, 20, false)]
    [InlineData("C: three seconds", TestLog.C, 3, 0.2, 300, false)]
    [InlineData("ThreadX: less than a second", ThreadX, 0.7, 0.1, 300, false)]
    [InlineData("no SDK name: twenty seconds", "", 20, 0.2, 200, false)]
    [InlineData("no SDK name: some seconds", "", 9, 8, 200, false)]
    public void Follows_the_clock_of_the_sdk(
        string name,
        string sdk,
        double age,
        double jitter,
        int count,
        bool isRenewal
    )
    {
        var causes = new TestLog().Add(Repeated(Around(age, jitter, count), "D", 2), sdk: sdk).Causes();
        Each.Passes(
            causes.Skip(1).SkipLast(1),
            c =>
                Assert.True(
                    (c.Cause == CauseName.SasTokenRenewed) == isRenewal,
                    $"{name}: {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    /// <summary>What speaks for a renewal is weighed beside what speaks for another orderly close.</summary>
    [Fact]
    public void Is_explained_by_its_clock_where_the_log_does_not_tell_how_sessions_ended()
    {
        var log = new StringBuilder("TimeGenerated,Category,OperationName,DeviceId,SdkVersion\n");
        for (var i = 0; i < 20; i++)
            log.Append(
                CultureInfo.InvariantCulture,
                $"""
                {TestLog.At(At(i * 2883)):O},Connections,deviceConnect,device,{TestLog.C}
                {TestLog.At(At(i * 2883 + 2880)):O},Connections,deviceDisconnect,device,{TestLog.C}

                """
            );
        using var read = LogDialect.Read(Encoding.UTF8.GetBytes(log.ToString()));
        var told = CauseExplainer.Resolve(
            read.Find(new DisconnectFilter()).ElementAt(9),
            ResolveOptions.None,
            CultureInfo.InvariantCulture
        );

        Assert.Equal(CauseName.SasTokenRenewed, told.Cause);
        Assert.True(
            told.Evidence.Single(e => e.Name == "Renewal clock").Weight > 0,
            $"{string.Join('\n', told.Evidence)}"
        );
    }

    [Theory]
    [InlineData(TestLog.C, 3, 1)]
    [InlineData(ThreadX, 0.7, 2)]
    [InlineData("", 20, 5)]
    [InlineData(TestLog.Node, 40, 8)]
    public void A_loop_of_closes_is_trouble_whoever_closes(string sdk, double age, double away)
    {
        var causes = new TestLog().Add(Repeated(Around(age, age / 3, 100), "D", away), sdk: sdk).Causes();
        Each.Passes(causes, c => Assert.False(c.IsExpected, $"{c.Cause} {c.Reason}"));
        Assert.EndsWith(
            "It does so again and again: 100 such closes in this log.",
            causes[50].Reason,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(TestLog.Node)]
    [InlineData(TestLog.C)]
    [InlineData("")]
    public void A_client_that_is_made_anew_every_few_minutes_is_trouble_amid_its_renewals(string sdk)
    {
        var causes = MadeAnew(sdk).Causes();

        Each.Passes(
            causes.Skip(8).Take(36),
            c => Assert.True((c.Cause, c.IsExpected) == (CauseName.ClientClosed, false), $"{c.Cause} {c.Reason}")
        );
        Assert.EndsWith(
            "It does so again and again, and is back at once.",
            causes[20].Reason,
            StringComparison.Ordinal
        );
        Each.Passes(
            causes.Skip(1).Take(4).Concat(causes.SkipLast(1).TakeLast(4)),
            c => Assert.Equal((CauseName.SasTokenRenewed, true), (c.Cause, c.IsExpected))
        );
    }

    /// <summary>Its SDK renews at 48 minutes: what closes every eleven or so is the application.</summary>
    [Theory]
    [InlineData("the C SDK", TestLog.C, false)]
    [InlineData("a client that may have a clock of its own", "", true)]
    public void Closes_off_the_clock_of_its_sdk_are_trouble_where_they_come_every_quarter(
        string name,
        string sdk,
        bool isExpected
    ) =>
        Each.Passes(
            new TestLog()
                .Add(Repeated([2880, 2880, 2880, .. Around(660, 75, 40)], "D", 16), sdk: sdk)
                .Causes()
                .Skip(8)
                .SkipLast(6),
            c => Assert.True(c.IsExpected == isExpected, $"{name}: {c.Cause} {c.Reason}")
        );

    internal static TestLog MadeAnew(string sdk)
    {
        var renewals = Around(sdk == TestLog.Node ? 2700 : 2880, 0.5, 6);
        return new TestLog().Add(Repeated([.. renewals, .. Around(200, 120, 40), .. renewals], "D", 2), sdk: sdk);
    }

    /// <summary>Nobody has to mend an application that closes a few times a day.</summary>
    [Fact]
    public void Closes_of_all_ages_are_no_renewals_however_long_the_sessions_are() =>
        Each.Passes(
            new TestLog().Add(Repeated(Around(9000, 6000, 30), "D", 2), sdk: TestLog.Node).Causes().Skip(3).SkipLast(3),
            c => Assert.True((c.Cause, c.IsExpected) == (CauseName.ClientClosed, true), $"{c.Cause} {c.Reason}")
        );

    /// <summary>A night away tells more than how soon it is back from renewals, where the connect is missing.</summary>
    [Fact]
    public void A_close_for_the_night_is_none()
    {
        var close = ClosedForTheNight().Causes()[7];

        Assert.True(close.Cause == CauseName.ClientClosed, $"{close.Cause}\n{string.Join('\n', close.Evidence)}");
    }

    internal static TestLog ClosedForTheNight() =>
        new TestLog().Add(
            Repeated(Around(3480, 0.5, 7), "D", 2).TrimEnd(' ', ',').Split(',')[..^1].Aggregate((a, b) => $"{a},{b}")
                + ", 7:20:00 D, "
                + Repeated(Around(3480, 0.5, 5), "D", 2, 68_000),
            sdk: Python
        );

    [Fact]
    public void A_short_visit_now_and_then_is_none() =>
        Each.Passes(
            new TestLog().Add(Repeated(Around(20, 5, 30), "D", 600), sdk: TestLog.Node).Causes(),
            c => Assert.Equal((CauseName.ClientClosed, true), (c.Cause, c.IsExpected))
        );

    /// <summary>Nothing else keeps so odd an age for hours.</summary>
    [Fact]
    public void A_long_clock_tells_however_slow_the_return() =>
        Each.Passes(
            new TestLog().Add(Repeated(Around(69_120, 1, 8), "D", 242), sdk: TestLog.C).Causes(),
            c => Assert.True(c.Cause == CauseName.SasTokenRenewed, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    /// <summary>Tokens live longer from a day on; nothing else has a client come back after 6 h 24 min.</summary>
    [Fact]
    public void Is_found_at_another_lifetime_from_its_first_close_on() =>
        Each.Passes(
            new TestLog()
                .Add(Repeated([.. Around(2880, 1.5, 24), .. Around(23_040, 1.5, 3)], "D", 2), sdk: TestLog.C)
                .Causes(),
            c => Assert.True(c.Cause == CauseName.SasTokenRenewed, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    /// <summary>An old and a new client of a release take turns; the old one is then closed.</summary>
    [Fact]
    public void Is_not_the_close_of_one_of_two_clients_that_take_turns()
    {
        var log = new TestLog().Add(
            Repeated(Around(2700, 0.5, 8), "D", 2)
                + "6:10:00 D 400027, 6:10:00.05 C, 6:10:06 D 400027, 6:10:06.04 C, 6:10:12 D 400027, 6:10:12.05 C, "
                + "6:10:17 D 400027, 6:10:17.04 C, 6:10:19 D, 6:10:21.5 C",
            sdk: TestLog.Node
        );

        var close = log.Causes()[^1];

        Assert.True(close.Cause == CauseName.ClientClosed, $"{close.Cause} {close.Confidence}");
    }
}
