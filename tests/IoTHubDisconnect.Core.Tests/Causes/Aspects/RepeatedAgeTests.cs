using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>Sessions that end at one age again and again, which is no token's lifetime.</summary>
public sealed class RepeatedAgeTests
{
    private const string Aspect = "SessionAge";
    private const string X509 = "x509Certificate";
    private const string EmbeddedC = "azsdk-c/1.5.0";

    [Theory]
    [InlineData("a quiet client, ten minutes", "", "Mqtt", 600.5, "RepeatedRound")]
    [InlineData("a quiet client, no round age", "", "Mqtt", 615, "Repeated")]
    [InlineData("at the hub's cap", "", "Mqtt", 1770, "RepeatedAtHubCap")]
    [InlineData("a keep-alive and a half", TestLog.C, "Mqtt", 361, "RepeatedAtPatience")]
    [InlineData("a keep-alive and a half of another's", EmbeddedC, "Mqtt", 451, "RepeatedKeepAliveUnknown")]
    [InlineData("longer than it pings, by little", TestLog.C, "Mqtt", 315, "RepeatedDoubtful")]
    [InlineData("longer than it pings", TestLog.C, "Mqtt", 900.5, "RepeatedAlthoughPinged")]
    [InlineData(
        "longer than it pings, over a WebSocket",
        TestLog.C,
        "MqttWs",
        900.5,
        "RepeatedAlthoughPingedOverWebSocket"
    )]
    [InlineData("no round age over a WebSocket", TestLog.C, "MqttWs", 915, "RepeatedAlthoughPinged")]
    [InlineData("longer than any hub waits", "", "Mqtt", 2415, "RepeatedOverHubCap")]
    [InlineData("longer than any hub waits, .NET", TestLog.DotNet, "Mqtt", 2415, "RepeatedOverHubCap")]
    [InlineData("longer, and round, over a WebSocket", "", "MqttWs", 2400.5, "RepeatedOverHubCapAsLimit")]
    [InlineData("longer, not round, over a WebSocket", "", "MqttWs", 2415, "RepeatedOverHubCap")]
    public void Without_a_token(string story, string sdk, string protocol, double age, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(Repeated(age, sdk, X509, protocol), Aspect, ^1)));

    [Theory]
    [InlineData("the hub closes .NET's", TestLog.DotNet, 2415, "RepeatedOverHubCapHubCloses")]
    [InlineData("the C SDK renews by itself", TestLog.C, 2415, "RepeatedOverHubCap")]
    [InlineData("a client that is not known", "", 2415, "RepeatedOverHubCap")]
    [InlineData("what nobody sets", "", 675, "Repeated")]
    [InlineData("ten minutes and a quarter of one", "", 615, "LifetimeOrTimerShort")]
    public void With_a_token(string story, string sdk, double age, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(Repeated(age, sdk, "sas", "Mqtt"), Aspect, ^1)));

    /// <summary>Others that have no token are ended at the same age, behind the address or elsewhere.</summary>
    [Theory]
    [InlineData("behind the address, .NET", TestLog.DotNet, "sas", 2415, true, "RepeatedOverHubCapAsLimit")]
    [InlineData("elsewhere, .NET", TestLog.DotNet, "sas", 2415, false, "RepeatedOverHubCapHubCloses")]
    [InlineData("behind the address, no token", "", X509, 2415, true, "RepeatedOverHubCapAsLimit")]
    [InlineData("elsewhere, no token", "", X509, 2415, false, "RepeatedOverHubCap")]
    [InlineData("behind the address, it pings sooner", TestLog.C, X509, 915, true, "RepeatedAlthoughPingedBeside")]
    [InlineData("elsewhere, it pings sooner", TestLog.C, X509, 915, false, "RepeatedAlthoughPinged")]
    public void With_others(string story, string sdk, string auth, double age, bool isBeside, string expected)
    {
        var log = Repeated(age, sdk, auth, "Mqtt");
        for (var i = 0; i < 3; i++)
            log.Add(
                AgeRows.Of($"{age}x8", start: 70 * i),
                $"other{i}",
                sdk: TestLog.C,
                auth: X509,
                ip: isBeside ? "10.0.9.XXX" : $"10.0.{i}.XXX"
            );

        Assert.Equal((story, expected), (story, SignOf(log, Aspect, ^1)));
    }

    /// <summary>Clients that renew by themselves, later, are ended at one age with a token of theirs.</summary>
    [Theory]
    [InlineData("behind the address", true, 2400, "RepeatedAlthoughPingedBeside")]
    [InlineData("elsewhere", false, 2400, "RepeatedAlthoughPinged")]
    [InlineData("behind the address, and it renews sooner", true, 700, "LifetimeAlone")]
    public void With_others_that_renew_later(string story, bool isBeside, double renewal, string expected)
    {
        var log = new TestLog();
        for (var i = 0; i < 4; i++)
            log.Add(
                AgeRows.Of($"{renewal}x4", "D", start: 70 * i) + AgeRows.Of("915x8", start: 40_000 + 70 * i),
                i == 0 ? Device : $"other{i}",
                sdk: TestLog.C,
                ip: isBeside ? "10.0.9.XXX" : $"10.0.{i}.XXX"
            );

        Assert.Equal((story, expected), (story, SignOf(log, Aspect, ^1)));
    }

    private static TestLog Repeated(double age, string sdk, string auth, string protocol) =>
        new TestLog().Add(
            AgeRows.Of(FormattableString.Invariant($"{age}x8")),
            Device,
            sdk: sdk,
            auth: auth,
            protocol: protocol,
            ip: "10.0.9.XXX"
        );
}
