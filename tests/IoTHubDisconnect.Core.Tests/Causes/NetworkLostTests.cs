using System.Globalization;
using System.Text;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The line is gone for longer than the hub or the client waits.</summary>
public sealed class NetworkLostTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            { "away for ten minutes", TestLog.C, "sas", Repeated([700, 2100, 1333], "D 404104", 640), true },
            { "away for hours", TestLog.C, "x509Certificate", Repeated([7000, 12100], "D 404104", 9000), true },
            {
                "back before the hub had noticed",
                TestLog.C,
                "x509Certificate",
                "0:00:00 C, 4:00:00 D 400027, 4:00:00.1 C",
                true
            },
            {
                "to a second line, and back from it when the first is good again",
                TestLog.C,
                "x509Certificate",
                "0:00:00 C @a, 3:00:00 D 400027 @a, 3:00:00.1 C @b, 3:12:00 D 400027 @b, 3:12:00.1 C @a",
                true
            },
            { "gone without a close night after night", TestLog.C, "x509Certificate", Nights(5, 900), true },
            { "twice gone without a close at night", TestLog.C, "x509Certificate", Nights(1, 900), true },
            {
                "back in two seconds",
                TestLog.C,
                "x509Certificate",
                Repeated([700, 2100, 1333, 411], "D 404104", 2),
                false
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.NetworkLost) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    [Fact]
    public void Says_what_the_log_does_not_tell_of_nights()
    {
        var night = new TestLog().Add(Nights(5, 900), sdk: TestLog.C, auth: "x509Certificate").Causes()[^1];

        Assert.Equal(
            "It went without a close at about the time of day at which it goes night after night: whether it is "
                + "switched off then, or has no network or no power, the log does not tell.",
            night.Reason
        );
        Assert.True(night is { IsExpected: false, Confidence: <= 0.7 }, $"{night.Confidence}");
    }

    /// <summary>A tram loses its network in the tunnel, as long as the traffic has it.</summary>
    [Fact]
    public void Returns_of_about_a_length_are_no_boot() =>
        Each.Passes(
            new TestLog().Add(Tunnels(), sdk: "", auth: "x509Certificate").Causes().SkipLast(1),
            c => Assert.False(c is { Cause: CauseName.DeviceRestarted, Confidence: > 0.7 }, $"{c.Cause} {c.Confidence}")
        );

    private static string Tunnels()
    {
        double[] away = [312, 398, 421, 341, 303, 352, 299, 319, 312, 364, 428, 476, 311, 412, 335, 412, 263, 432, 374];
        var ages = Around(2050, 160, 3 * away.Length);
        var rows = new StringBuilder();
        double now = 0;
        for (var i = 0; i < ages.Length; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{At(now)} C, {At(now += ages[i])} D 404104, ");
            now += away[i % away.Length] + i;
        }
        return rows.ToString();
    }

    /// <summary>A satellite passes for most of each round: who is there so long does not sleep to save power.</summary>
    [Fact]
    public void A_line_that_comes_and_goes_is_no_sleep() =>
        Each.Passes(
            new TestLog().Add(Passes(), sdk: "", auth: "x509Certificate").Causes().Skip(1).SkipLast(1),
            c =>
                Assert.True(
                    c is { Cause: CauseName.NetworkLost, IsExpected: false },
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    private static string Passes()
    {
        var rows = new StringBuilder();
        foreach (var (late, pass) in Around(0, 45, 40).Select((late, pass) => (late, pass)))
        {
            var rises = 100 + 5760 * pass + late;
            rows.Append(CultureInfo.InvariantCulture, $"{At(rises)} C, {At(rises + 4400 + late / 2)} D 404104, ");
        }
        return rows.ToString();
    }

    /// <summary>From cell to cell, twice within two minutes: nobody came by turns.</summary>
    [Fact]
    public void Two_moves_one_after_the_other_are_no_second_client()
    {
        var log = new TestLog().Add(
            "0:00:00 C @a, 1:40:00 D 400027 @a, 1:40:00.1 C @b, 1:41:47 D 400027 @b, 1:41:47.1 C @c, 5:00:00 D @c",
            sdk: TestLog.C,
            auth: "x509Certificate"
        );

        Each.Passes(
            log.Causes().Take(2),
            c => Assert.True(c.Cause == CauseName.NetworkLost, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );
    }

    /// <summary>A client that pings every few minutes is not idle: no timer can have forgotten it.</summary>
    [Theory]
    [InlineData(TestLog.Node, 2700)]
    [InlineData(TestLog.C, 1200)]
    public void A_modem_that_is_reset_by_its_clock_is_no_idle_timer(string sdk, double seconds) =>
        Each.Passes(
            new TestLog()
                .Add(Repeated(Around(seconds, 3, 30), "D 400027", 0.2), sdk: sdk, auth: "x509Certificate")
                .Causes()
                .Skip(1)
                .SkipLast(1),
            c =>
                Assert.True(
                    c.Cause is CauseName.NetworkLost or CauseName.ConnectionReset or CauseName.DeviceRestarted,
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
}
