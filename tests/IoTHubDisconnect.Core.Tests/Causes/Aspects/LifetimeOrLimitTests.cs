using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>Ages that may be a token's lifetime, and at which sessions end that have no token, too.</summary>
public sealed class LifetimeOrLimitTests
{
    private const string Aspect = "SessionAge";
    private const string X509 = "x509Certificate";

    [Theory]
    [InlineData("three quarters of an hour, no others", 2701, "none", "LifetimeAlone")]
    [InlineData("three quarters of an hour, behind the address", 2701, "beside", "RepeatedOverHubCapAsLimit")]
    [InlineData("three quarters of an hour, elsewhere", 2701, "elsewhere", "RepeatedOverHubCapHubCloses")]
    [InlineData("an hour, behind the address", 3601, "beside", "RepeatedOverHubCapAsLimit")]
    [InlineData("an hour, elsewhere", 3601, "elsewhere", "LifetimeHourAsLimits")]
    [InlineData("an hour, no others", 3601, "none", "LifetimeAlone")]
    public void Others_without_a_token_end_so(string story, double age, string others, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(Log(age, TestLog.DotNet, others), Aspect, ^1)));

    /// <summary>The fleet's tokens have no lifetime that people set; its clients ping sooner.</summary>
    [Theory]
    [InlineData("none", "LifetimeOfTheFleet")]
    [InlineData("beside", "RepeatedAlthoughPingedBeside")]
    [InlineData("elsewhere", "RepeatedAlthoughPinged")]
    public void Others_without_a_token_end_as_the_fleet(string others, string expected)
    {
        var log = Log(1517, TestLog.C, others);
        for (var i = 0; i < 3; i++)
            log.Add(AgeRows.Of("1817 1517x7", start: 40 * i), $"token{i}", sdk: TestLog.C, ip: $"10.1.{i}.XXX");

        Assert.Equal((others, expected), (others, SignOf(log, Aspect, ^1)));
    }

    /// <summary>Tokens of neighbours end at its age; it has none.</summary>
    [Fact]
    public void The_age_of_neighbours_tokens_is_no_limit_of_what_has_none()
    {
        var log = new TestLog().Add(AgeRows.Of("915x8"), Device, sdk: TestLog.C, auth: X509, ip: "10.0.9.XXX");
        for (var i = 0; i < 3; i++)
            log.Add(AgeRows.Of("915x8", start: 40 * i), $"token{i}", sdk: TestLog.C, ip: "10.0.9.XXX");

        Assert.Equal("RepeatedAlthoughPinged", SignOf(log, Aspect, ^1));
    }

    [Theory]
    [InlineData("three quarters of an hour", "MqttWs", 2701, "LifetimeAloneOverWebSocket")]
    [InlineData("three quarters of an hour, no WebSocket", "Mqtt", 2701, "LifetimeAlone")]
    [InlineData("the documented hour", "MqttWs", 3601, "LifetimeAlone")]
    public void Proxies_end_web_sockets_at_round_ages(string story, string protocol, double age, string expected) =>
        Assert.Equal(
            (story, expected),
            (story, SignOf(new TestLog().Add(AgeRows.Of($"{age}x8"), Device, protocol: protocol), Aspect, ^1))
        );

    private static TestLog Log(double age, string sdk, string others)
    {
        var log = new TestLog().Add(AgeRows.Of($"{age}x8"), Device, sdk: sdk, ip: "10.0.9.XXX");
        for (var i = 0; others != "none" && i < 3; i++)
            log.Add(
                AgeRows.Of($"{age}x8", start: 70 * i),
                $"other{i}",
                sdk: TestLog.C,
                auth: X509,
                ip: others == "beside" ? "10.0.9.XXX" : $"10.0.{i}.XXX"
            );
        return log;
    }
}
