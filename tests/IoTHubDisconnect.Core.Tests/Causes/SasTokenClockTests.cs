using System.Globalization;
using System.Text;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Lifetimes that nobody sets, told by a fleet, by the hub's sweeps, and by a clock gone wrong.</summary>
public sealed class SasTokenClockTests
{
    private const string Java = "com.microsoft.azure.sdk.iot.iot-device-client/2.5.0 (17.0.2; Linux; amd64)";

    /// <summary>A lifetime that nobody else has is told by its being the same wherever devices are.</summary>
    [Theory]
    [InlineData(467, 10, true)]
    [InlineData(5027, 1, true)]
    [InlineData(467, 10, false)]
    public void An_odd_lifetime_is_the_fleets(double age, double apart, bool isShared)
    {
        var log = OddLifetime(age, apart, isShared);

        Each.Passes(
            log.Causes().Where(c => c.DeviceId == "d0" && c.Duration is not null),
            c =>
                Assert.True(
                    c.Cause == CauseName.SasTokenExpired == isShared,
                    $"{c.Cause}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    /// <summary>The hub looks every five minutes: a token is the older the sooner the device was back.</summary>
    [Fact]
    public void What_ends_at_one_second_of_the_hubs_five_minutes_is_a_token() =>
        Each.Passes(
            OnTheSweep().Causes().Where(c => c.Duration is not null),
            c => Assert.True(c.Cause == CauseName.SasTokenExpired, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    [Fact]
    public void A_clock_may_go_wrong_by_an_hour_a_day()
    {
        var rows = new StringBuilder("0:00:00 C, ");
        double now = 0;
        for (var age = 7200.0; age > 900; age = 7200 - 0.035 * now)
            rows.Append(
                CultureInfo.InvariantCulture,
                $"{At(now += age + 11 * ((int)age % 3 - 1))} D 404104, {At(now += 2)} C, "
            );

        Each.Passes(
            new TestLog().Add(rows.ToString(), sdk: Java).Causes(),
            c =>
                Assert.True(
                    c is { Cause: CauseName.SasTokenExpired, IsExpected: false },
                    $"{c.Cause} {c.IsExpected}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    /// <summary>Node renews a token of three hours after 2:45; something else ends its hours.</summary>
    [Fact]
    public void A_token_that_is_renewed_later_has_not_expired()
    {
        var rows = new StringBuilder("0:00:00 C, ");
        for (var i = 0; i < 6; i++)
            rows.Append(
                CultureInfo.InvariantCulture,
                $"{At(i * 9900 + 3603)} D 404104, {At(i * 9900 + 3605)} C, {At(i * 9900 + 7208)} D 404104, "
                    + $"{At(i * 9900 + 7210)} C, {At(i * 9900 + 9900)} D, {At(i * 9900 + 9901.5)} C, "
            );

        Each.Passes(
            new TestLog().Add(rows.ToString(), sdk: TestLog.Node, protocol: "MqttWs").Causes(),
            c =>
                Assert.True(
                    c.ErrorCode is null || c is { Cause: not CauseName.SasTokenExpired, IsExpected: false },
                    $"{c.Cause}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    /// <summary>
    /// Behind a guest network each session ends after half an hour; on their own lines, the same clients renew after 48
    /// minutes.
    /// </summary>
    [Fact]
    public void Tokens_that_others_of_the_sdk_renew_later_have_not_expired()
    {
        var log = new TestLog();
        for (var i = 0; i < 6; i++)
        {
            log.Add(Repeated(Around(1801.5, 1.5, 30), "D 404104", 5, 40 * i), $"guest{i}", TestLog.C, ip: "10.0.1.XXX");
            log.Add(Repeated(Around(2880.5, 0.5, 18), "D", 2, 50 * i), $"own{i}", TestLog.C, ip: $"10.1.{i}.XXX");
        }

        Each.Passes(
            log.Causes().Where(c => c.DeviceId.StartsWith("guest", StringComparison.Ordinal)),
            c => Assert.True(c.Cause == CauseName.ConnectionReset, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );
    }

    /// <summary>Tokens of others end meanwhile; a session that lasts a moment has none that ends.</summary>
    [Fact]
    public void A_loop_amid_tokens_that_end_together_is_no_token()
    {
        var log = new TestLog().Add(Repeated(Around(0.2, 0.1, 90), "D 404104", 20, 3500), "loop", sdk: "");
        for (var i = 0; i < 12; i++)
            log.Add(
                $"0:00:{i:00} C, 1:00:{i:00} D 401003, 1:00:{i + 3:00} C, 2:00:{i + 4:00} D 401003, 2:00:{i + 8:00} C",
                $"d{i}",
                sdk: "",
                ip: $"10.0.{i}.XXX"
            );

        Each.Passes(
            log.Causes().Where(c => c.DeviceId == "loop"),
            c => Assert.False(c.IsExpected, $"{c.Time} {c.Cause}\n{string.Join('\n', c.Evidence)}")
        );
    }

    /// <summary>This hub closes ten minutes late to the second; the line fails now and then, then as well.</summary>
    [Fact]
    public void What_ends_beside_a_steady_delay_has_not_expired()
    {
        double[] cuts = [3945, 1420, 4162, 610, 2950, 3790, 980, 2210, 330, 4010, 1750, 2660, 95, 3120, 1180, 4100];
        var rows = new StringBuilder();
        double now = 0;
        for (var i = 0; i < 40; i++)
        {
            var isCut = i % 5 is 1 or 3;
            var age = isCut ? cuts[i * 2 / 5] : 4200.6 + i % 3;
            rows.Append(
                CultureInfo.InvariantCulture,
                $"{At(now)} C, {At(now += age)} D {(isCut ? "404104" : "401003")}, "
            );
            now += isCut ? 20 + i : 1.4;
        }

        Each.Passes(
            new TestLog().Add(rows.ToString(), sdk: Java).Causes(),
            c =>
                Assert.True(
                    (c.ErrorCode == 401003) == (c.Cause == CauseName.SasTokenExpired),
                    $"{c.Duration} {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    /// <summary>The hub says 401003 of other tokens, but several delays are a token's, whatever it says.</summary>
    [Fact]
    public void A_session_begun_before_the_log_ended_as_the_others_did_at_several_delays()
    {
        var log = new TestLog().Add(
            "0:06:00 D 404104, "
                + Repeated([.. Around(1201, 0.5, 60).Select((age, i) => age + 300 * (i % 3))], "D 404104", 4, 364),
            sdk: ""
        );
        for (var i = 0; i < 8; i++)
            log.Add(Repeated(Around(4201, 0.5, 12), "D 401003", 3, 60 * i), $"d{i}", sdk: Java, ip: $"10.0.{i}.XXX");

        Each.Passes(
            log.Causes(),
            c => Assert.True(c.Cause == CauseName.SasTokenExpired, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );
    }

    internal static TestLog OddLifetime(double age, double apart, bool isShared)
    {
        var log = new TestLog();
        for (var i = 0; i < 9; i++)
            log.Add(
                Repeated(Around(i == 0 || isShared ? age : age + 97 * i, apart, 20), "D 404104", 2, 31 * i),
                $"d{i}",
                Java,
                ip: $"203.0.{i}.XXX"
            );
        return log;
    }

    internal static TestLog OnTheSweep()
    {
        var rows = new StringBuilder("0:00:07 C, ");
        for (var i = 1; i <= 12; i++)
            rows.Append(
                CultureInfo.InvariantCulture,
                $"{At(i * 5100 + 217 + i % 2)} D 404104, {At(i * 5100 + 221 + 5 * i % 7)} C, "
            );
        return new TestLog().Add(rows.ToString(), sdk: "");
    }

    /// <summary>A clock that falls behind day after day makes tokens that live for minutes in the end.</summary>
    [Theory]
    [InlineData(Java)]
    [InlineData("")]
    public void A_token_that_ends_within_minutes_tells_of_a_clock(string sdk)
    {
        var causes = ShortLived(sdk).Causes().SkipLast(1).ToList();

        Each.Passes(
            causes.TakeLast(5),
            c =>
                Assert.True(
                    c is { Cause: CauseName.SasTokenExpired, IsExpected: false },
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
        Assert.EndsWith("look whether the device's clock is behind.", causes[^1].Reason, StringComparison.Ordinal);
    }

    internal static TestLog ShortLived(string sdk = Java) =>
        new TestLog().Add(
            Repeated([.. Enumerable.Range(1, 40).Select(i => 95 + 3500 / (1.0 + i * i / 8.0))], "D 401003", 7),
            sdk: sdk
        );

    [Fact]
    public void A_token_that_lives_for_less_than_its_neighbours_tells_of_a_clock_behind()
    {
        var log = new TestLog().Add(Repeated([2101, 2401, 2701, 2101, 2401, 2701, 2101], "D 404104", 3), "late", Java);
        for (var i = 0; i < 6; i++)
            log.Add(
                Repeated([3601, 3901, 4201, 3601, 3901], "D 404104", 3, 60 * i),
                $"d{i}",
                Java,
                ip: $"10.0.{i}.XXX"
            );

        Assert.EndsWith(
            " Its neighbours' tokens live 1 h: look whether its clock is 25 min behind.",
            log.Causes().Last(c => c.DeviceId == "late").Reason,
            StringComparison.Ordinal
        );
    }

    /// <summary>Hubs and networks take some seconds more now and then.</summary>
    [Fact]
    public void A_few_seconds_beyond_most_are_the_lifetimes_too()
    {
        double[] late = [4.6, 7.9, 8.3, 7.6, 5.5, 10.8, 4.8, 4, 8, 9.5, 5, 11.6, 9.2, 2.5, 6.1, 12.4];
        var causes = new TestLog()
            .Add(Repeated([.. late.Select(seconds => 9300 + seconds), 2241], "D 404104", 6), sdk: "")
            .Causes();

        Each.Passes(
            causes.Skip(1).SkipLast(1),
            c => Assert.True(c.Cause == CauseName.SasTokenExpired, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );
    }
}
