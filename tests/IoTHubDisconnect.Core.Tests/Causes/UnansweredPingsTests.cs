using System.Globalization;
using System.Text;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The way has forgotten a connection, which its client finds out by its pings.</summary>
public sealed class UnansweredPingsTests
{
    private const string Java = "com.microsoft.azure.sdk.iot.iot-device-client/2.5.0 (17.0.2; Linux; amd64)";

    /// <summary>
    /// The way forgets a connection sooner than its client pings: the hub waits for one and a half keep-alives, the
    /// client for two.
    /// </summary>
    [Theory]
    [InlineData(Java, 230, 4)]
    [InlineData(TestLog.Node, 180, 9)]
    [InlineData("", 600, 30)]
    public void Unanswered_pings_are_no_boot(string sdk, double keepAlive, double attach) =>
        Each.Passes(
            Unanswered(sdk, keepAlive, attach).Causes(),
            c =>
                Assert.True(
                    c.Cause == CauseName.IdleTimeout,
                    $"{c.Duration} {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    /// <summary>Those that talked for a little are near the age of those that did not.</summary>
    [Fact]
    public void Unanswered_pings_cut_the_sooner_and_the_later_alike() =>
        Each.Passes(
            new TestLog()
                .Add(
                    Repeated([.. Around(271, 0.7, 120).Select((age, i) => age + (i % 2 == 0 ? 0 : i))], "D 404104", 92),
                    sdk: TestLog.Node
                )
                .Causes(),
            c => Assert.True(c.Cause == CauseName.IdleTimeout, $"{c.Duration} {c.Cause} {c.Confidence}")
        );

    internal static TestLog Unanswered(string sdk, double keepAlive, double attach) =>
        new TestLog().Add(
            Repeated(
                [
                    .. Around(1.5 * keepAlive + 1.2, 1, 24)
                        .Select((age, i) => i % 6 == 5 ? age + keepAlive * (i - 3) / 3 : age),
                ],
                "D 404104",
                0.5 * keepAlive + attach
            ),
            sdk: sdk,
            auth: "x509Certificate"
        );

    /// <summary>The client is back before the hub gives up, and the log has lost some of the connects.</summary>
    [Fact]
    public void Takeovers_at_a_steady_age_are_no_second_client_where_connects_are_missing() =>
        Each.Passes(
            MissingConnects().Causes().Skip(8).SkipLast(8).Where(c => c.Duration is null),
            c => Assert.True(c.Cause == CauseName.IdleTimeout, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    /// <summary>A client that sends now and then is forgotten later, never sooner, mostly to the second.</summary>
    [Fact]
    public void Takeovers_to_the_second_are_no_crashes() =>
        Each.Passes(
            new TestLog()
                .Add(
                    Repeated(
                        [.. Around(481.5, 1, 60).Select((age, i) => i % 3 == 0 ? age + 31 * (1 + i % 7) : age)],
                        "D 400027",
                        0.1
                    ),
                    sdk: TestLog.C,
                    auth: "x509Certificate"
                )
                .Causes()
                .Skip(4)
                .SkipLast(4)
                .Where(c => c.Duration < TimeSpan.FromSeconds(484)),
            c => Assert.True(c.Cause == CauseName.IdleTimeout, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    internal static TestLog MissingConnects()
    {
        var rows = new StringBuilder("0:00:00 C, ");
        var now = 0.0;
        foreach (var (age, i) in Around(288, 4, 120).Select((age, i) => (age, i)))
        {
            rows.Append(CultureInfo.InvariantCulture, $"{At(now += age)} D 400027, ");
            if (i % 9 != 4)
                rows.Append(CultureInfo.InvariantCulture, $"{At(now += 0.04)} C, ");
        }
        return new TestLog().Add(rows.ToString(), sdk: TestLog.C, auth: "x509Certificate");
    }

    [Fact]
    public void Boots_as_long_as_unanswered_pings_take_are_boots_where_sessions_end_at_any_age()
    {
        var causes = new TestLog()
            .Add(Repeated(Around(4000, 3500, 24), "D 404104", 118), sdk: Java, auth: "x509Certificate")
            .Causes();

        Each.Passes(causes, c => Assert.True(c.Cause == CauseName.DeviceRestarted, $"{c.Cause} {c.Confidence}"));
    }

    [Theory]
    [InlineData("a client that takes its own connection over at its keep-alive", 61, 1.2, true)]
    [InlineData("the same at three minutes", 180.2, 0.3, true)]
    [InlineData("a crash that comes when it comes", 61, 14, false)]
    [InlineData("an age that no hub lets a quiet client reach", 2700, 0.3, false)]
    public void Takeovers_at_one_age_are_a_timers(string name, double age, double jitter, bool isTimer)
    {
        var last = new TestLog().Add(Repeated(Around(age, jitter, 30), "D 400027", 0.1)).Causes()[^1];
        Assert.True(
            isTimer ? last.Cause == CauseName.IdleTimeout : last.Cause != CauseName.IdleTimeout,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    /// <summary>Sessions that were quiet from the first show the timer, and the others none that is younger.</summary>
    [Fact]
    public void What_is_forgotten_after_the_last_message_is_taken_over_later() =>
        Each.Passes(
            TakenAfterMessages().Causes(),
            c => Assert.True(c.Cause == CauseName.IdleTimeout, $"{c.Duration}\n{string.Join('\n', c.Evidence)}")
        );

    internal static TestLog TakenAfterMessages() =>
        new TestLog().Add(
            Repeated(
                [283, 284, 293, 281, 284, 544, 342, 338, 284, 282.5, 417, 283, 495, 283, 281.4, 313, 284, 387, 283.3],
                "D 400027",
                0.1
            ),
            sdk: TestLog.C,
            auth: "x509Certificate"
        );
}
