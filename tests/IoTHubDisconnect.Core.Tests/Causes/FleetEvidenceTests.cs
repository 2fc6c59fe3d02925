using static IoTHubDisconnect.Tests.Causes.NeighbourhoodTests;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>What the ends of others' sessions tell of tokens, timers and the hub.</summary>
public sealed class FleetEvidenceTests
{
    private const string EmbeddedC = "azsdk-c/1.5.0";

    /// <summary>A quarter of an hour may be a token's; what cuts those without a token at it is a timer.</summary>
    [Theory]
    [InlineData("at other places", true, CauseName.IdleTimeout)]
    [InlineData("none", false, null)]
    public void An_age_at_which_others_without_a_token_end_is_a_timers(string others, bool has, CauseName? expected)
    {
        var log = new TestLog().Add(
            Repeated(Around(901.5, 0.6, 30), "D 404104", 5),
            "asked",
            sdk: EmbeddedC,
            ip: "10.0.9.XXX"
        );
        for (var i = 0; has && i < 3; i++)
            log.Add(
                Repeated(Around(901.5, 0.6, 30), "D 404104", 5, start: 77 * i),
                $"{others}-{i}",
                sdk: "",
                auth: "x509Certificate",
                ip: $"10.0.{i}.XXX"
            );

        var asked = log.Causes().Where(c => c.DeviceId == "asked").ToArray();

        Each.Passes(
            asked,
            c =>
                Assert.True(
                    expected is { } cause ? c.Cause == cause : c is not { IsExpected: true, Confidence: > 0.9 },
                    Told(c)
                )
        );
    }

    /// <summary>A proxy ends whatever goes through it at one age, and AMQP has no token that ends.</summary>
    [Theory]
    [InlineData("10.0.0.XXX", false)]
    [InlineData("10.0.7.XXX", true)]
    public void An_hour_that_ends_what_has_no_token_behind_the_same_address_is_no_tokens(string ip, bool isExpected)
    {
        var log = new TestLog().Add(
            Repeated(Around(3901.2, 0.3, 30), "D 404104", 2),
            "asked",
            protocol: "MqttWs",
            ip: ip
        );
        for (var i = 0; i < 3; i++)
            log.Add(
                Repeated(Around(3901.2, 0.3, 30), "D 404104", 2, start: 900 * i),
                $"beside-{i}",
                protocol: "AmqpWs",
                ip: "10.0.0.XXX"
            );

        Each.Passes(
            log.Causes().Where(c => c.DeviceId == "asked"),
            c => Assert.True(c.IsExpected == isExpected, Told(c))
        );
    }

    /// <summary>
    /// The documented hour stays a token's, but nobody is calm who sees others end at it without one.
    /// </summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(4, false)]
    public void An_hour_that_ends_what_has_no_token_elsewhere_is_not_surely_a_tokens(int others, bool isExpected)
    {
        var log = new TestLog().Add(Repeated(Around(3600.5, 0.4, 30), "D 404104", 2), "asked", ip: "10.0.9.XXX");
        for (var i = 0; i < others; i++)
            log.Add(
                Repeated(Around(3600.5, 0.4, 30), "D 404104", 2, start: 770 * i),
                $"other-{i}",
                sdk: "",
                auth: "x509Certificate",
                ip: $"10.0.{i}.XXX"
            );

        Each.Passes(
            log.Causes().Where(c => c.DeviceId == "asked"),
            c => Assert.True(c is { IsExpected: true, Confidence: > 0.8 } == isExpected, Told(c))
        );
    }

    /// <summary>Proxies end WebSockets at a round age; a lifetime that nobody documents may be one.</summary>
    [Theory]
    [InlineData("Mqtt", true)]
    [InlineData("MqttWs", false)]
    public void Half_an_hour_over_a_web_socket_is_not_surely_a_tokens(string protocol, bool isExpected)
    {
        var causes = new TestLog().Add(Repeated(Around(1800.5, 0.4, 30), "D 404104", 2), protocol: protocol).Causes();

        Each.Passes(
            causes.Where(c => c.Duration is not null),
            c => Assert.True(c is { IsExpected: true, Confidence: > 0.8 } == isExpected, Told(c))
        );
    }

    /// <summary>Not where hub-side errors are beside it, nor where it happens once.</summary>
    [Theory]
    [InlineData(3, false, true)]
    [InlineData(3, true, false)]
    [InlineData(1, false, false)]
    public void Tokens_that_were_made_together_end_together(int waves, bool hasErrors, bool isExpected)
    {
        var untold = Waves(waves, hasErrors)
            .Causes()
            .Where(c => c is { Kind: DisconnectKind.Closed, ErrorCode: 404104, RelatedErrorCode: null })
            .ToArray();

        Assert.NotEmpty(untold);
        Each.Passes(untold, c => Assert.True(c.IsExpected == isExpected, Told(c)));
    }

    [Fact]
    public void Who_drops_with_those_that_are_told_of_a_failover_was_cut_by_it()
    {
        var log = new TestLog();
        for (var i = 0; i < 30; i++)
            log.Add(
                $"0:{i:00}:00 C, 5:00:{i:00} D 404104, "
                    + (i < 27 ? $"5:00:{i + 2:00} F 404012, " : "")
                    + $"5:04:{i:00}.5 C, 9:00:00 D",
                $"d{i}",
                sdk: TestLog.C,
                auth: "x509Certificate",
                ip: $"10.0.{i}.XXX"
            );

        Each.Passes(
            log.Causes().Where(c => c.ErrorCode is not null),
            c => Assert.True(c.Cause == CauseName.HubFailover, Told(c))
        );
    }

    [Fact]
    public void A_session_of_unknown_age_ends_as_the_devices_others_do()
    {
        var causes = new TestLog()
            .Add(
                "0:00:00 D 404104, " + Repeated(Around(2400.5, 0.5, 30), "D 404104", 2, start: 2),
                sdk: "",
                auth: "x509Certificate"
            )
            .Causes();

        Assert.Null(causes[0].Disconnect.Duration);
        Assert.True(causes[^1].Cause == causes[0].Cause, Told(causes[^1]) + Told(causes[0]));
    }

    internal static TestLog Waves(int waves, bool hasErrors)
    {
        var log = new TestLog();
        for (var i = 0; i < 24; i++)
            log.Add(
                "0:00:00 C, " + string.Concat(Enumerable.Range(0, waves).Select(wave => Wave(i, wave, hasErrors))),
                $"d{i}",
                sdk: "",
                ip: $"10.0.{i}.XXX"
            );
        return log;
    }

    private static string Wave(int device, int wave, bool hasErrors)
    {
        var end = 7000 + 21_600 * wave + device % 12;
        var first = (device + wave) % 3 == 0 ? $"{At(end)} D 401003, " : "";
        var error = hasErrors && (device + wave) % 3 == 1 ? $"{At(end + 1)} F 500001, " : "";
        return $"{first}{At(end + 0.4)} D 404104, {error}{At(end + 3 + device)} C, ";
    }

    /// <summary>A district's power fails, and the hub lets all others in meanwhile.</summary>
    [Fact]
    public void All_that_stay_away_from_a_hub_that_lets_others_in_have_not_lost_the_hub() =>
        Each.Passes(
            District().Causes().Where(c => c.DeviceId.StartsWith("meter", StringComparison.Ordinal)),
            c => Assert.True(c.Cause is CauseName.NetworkLost or CauseName.DeviceRestarted, Told(c))
        );

    internal static TestLog District()
    {
        const double cut = 21_600;
        var log = new TestLog();
        for (var i = 0; i < 60; i++)
        {
            log.Add(
                $"{At(37 * i)} C, {At(cut + i)} D 404104, {At(cut + 2800 + 11 * i)} C",
                $"meter{i}",
                auth: "x509Certificate",
                ip: $"10.0.{i}.XXX"
            );
            log.Add(Repeated(Around(2880, 0.4, 12), "D", 2, 60 * i), $"other{i}", sdk: TestLog.C, ip: $"10.1.{i}.XXX");
        }
        return log;
    }

    /// <summary>What connected together behind a proxy that ends connections at an age ends near together.</summary>
    [Fact]
    public void Who_connected_together_reaches_a_limit_of_age_together()
    {
        var log = new TestLog();
        for (var i = 0; i < 24; i++)
        {
            var chance = new Random(i);
            log.Add(
                Repeated(
                    [.. Enumerable.Range(0, 9).Select(_ => 28_800 + 600 * (chance.NextDouble() - 0.5))],
                    "D 404104",
                    3,
                    20 * i
                ),
                $"atm{i}",
                sdk: TestLog.DotNet,
                auth: "x509Certificate",
                ip: "10.0.0.XXX"
            );
        }

        Each.Passes(log.Causes(), c => Assert.True(c.Cause == CauseName.ConnectionReset, Told(c)));
    }
}
