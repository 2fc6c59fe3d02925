using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>Ages that are a token's lifetime, or near one; the last session is asked about.</summary>
public sealed class LifetimeSignsTests
{
    private const string Aspect = "SessionAge";
    private const string X509 = "x509Certificate";

    [Theory]
    [InlineData("at it", "2401", "LifetimeTold")]
    [InlineData("five minutes late", "2701", "LifetimeTold")]
    [InlineData("half a minute late", "2432", "LifetimeTold")]
    [InlineData("more than half a minute late", "2436", "Any")]
    [InlineData("sooner", "1999", "Any")]
    [InlineData("with a token that was kept over a cut", "700 1701", "LifetimeTold")]
    [InlineData("at it, after a cut", "700 2401", "LifetimeTold")]
    public void A_lifetime_of_forty_minutes_that_an_operator_knows(string story, string ages, string expected) =>
        Assert.Equal(
            (story, expected),
            (
                story,
                SignOf(
                    new TestLog().Add(AgeRows.Of(ages), Device),
                    Aspect,
                    ^1,
                    options: new() { TokenLifetime = TimeSpan.FromMinutes(40) }
                )
            )
        );

    [Theory]
    [InlineData("an hour", TestLog.DotNet, "3601", "LifetimeOnceHour")]
    [InlineData("an hour that its client would renew sooner", TestLog.Node, "3601", "LifetimeOnceHourOtherwiseRenewed")]
    [InlineData("three quarters of an hour", TestLog.DotNet, "2701", "LifetimeOnceUsual")]
    [InlineData("a quarter of an hour", TestLog.DotNet, "901", "LifetimeOnceUsual")]
    [InlineData("ten minutes, as only tests have", TestLog.DotNet, "601", "Any")]
    [InlineData("what nobody sets", TestLog.DotNet, "2341", "Any")]
    [InlineData("once among others", TestLog.DotNet, "300 421 613 2701", "LifetimeOnceUsual")]
    [InlineData("twice of two", TestLog.DotNet, "2701 2702", "LifetimeOnceUsual")]
    [InlineData("off its own, an hour", TestLog.DotNet, "2701x6 3601", "LifetimeOnceHour")]
    [InlineData("off its own, what nobody sets", TestLog.DotNet, "2701x6 2341", "OffTheLifetime")]
    public void One_age_alone(string story, string sdk, string ages, string expected) =>
        Assert.Equal((story, expected), (story, Last(ages, sdk)));

    [Theory]
    [InlineData("once", "2341", "LifetimeOnceShared")]
    [InlineData("twice of two", "2341 2342", "LifetimeOftenShared")]
    [InlineData("once of two", "700 2341", "LifetimeOftenShared")]
    [InlineData("once of three", "700 1250 2341", "LifetimeOnceShared")]
    [InlineData("off its own", "3601x6 2341", "LifetimeOnceShared")]
    [InlineData("off its own, and no neighbour's", "3601x6 2041", "OffTheLifetime")]
    public void An_age_at_which_neighbours_tokens_end(string story, string ages, string expected)
    {
        var log = new TestLog();
        for (var i = 0; i < 3; i++)
            log.Add(AgeRows.Of("2341 2641 2941 2341 2641 2941", start: 70 * i), $"other{i}", ip: $"10.0.{i}.XXX");

        Assert.Equal((story, expected), (story, SignOf(log.Add(AgeRows.Of(ages), Device), Aspect, ^1)));
    }

    /// <summary>An hour's tokens; the end of a session and the connect after it are missing once.</summary>
    [Theory]
    [InlineData("two hours and the return", "3601x6 7210", "LifetimeTwice")]
    [InlineData("the return took too long", "3601x6 7220", "OffTheLifetime")]
    [InlineData("less than two hours", "3601x6 7150", "OffTheLifetime")]
    [InlineData("ten minutes late", "3601x6 7810", "LifetimeTwice")]
    [InlineData("each ten minutes late", "3601x6 8410", "LifetimeTwice")]
    [InlineData("each later than a hub is", "3601x6 8710", "OffTheLifetime")]
    [InlineData("at none of the delays", "3601x6 7350", "OffTheLifetime")]
    [InlineData("the return took its time, as ends do", "3601x25 3625 3626 3925 3926 3927 7240", "LifetimeTwice")]
    [InlineData("two hours where no token is known", "300 421 613 7210", "Any")]
    public void Twice_the_lifetime(string story, string ages, string expected) =>
        Assert.Equal((story, expected), (story, Last(ages, TestLog.DotNet)));

    [Theory]
    [InlineData("three at an hour", TestLog.DotNet, "3601x3", "LifetimeAlone")]
    [InlineData("two at an hour", TestLog.DotNet, "3601x2", "LifetimeOnceHour")]
    [InlineData("three at three quarters of an hour", TestLog.DotNet, "2701x3", "LifetimeAlone")]
    [InlineData("three of what nobody sets", TestLog.DotNet, "2341x3", "RepeatedOverHubCapHubCloses")]
    [InlineData("at several delays", TestLog.DotNet, "3601 3901 4201 3601 3901 4201", "LifetimeAtSeveralDelays")]
    [InlineData(
        "at several delays, give or take",
        TestLog.DotNet,
        "3603 3909 4217 3612 3921 4208 3626 3929 4226",
        "LifetimeAtVaryingDelays"
    )]
    [InlineData("a quarter of an hour of a quiet client", "", "901x8", "LifetimeOrTimer")]
    [InlineData("ten minutes of a quiet client", "", "601x8", "LifetimeOrTimerShort")]
    [InlineData("what nobody sets of a quiet client", "", "1141x8", "RepeatedRound")]
    [InlineData(
        "more near it than at it",
        TestLog.DotNet,
        "3480 3510 3540 3570 3601 3602 3603",
        "RepeatedOverHubCapHubCloses"
    )]
    public void An_age_again_and_again(string story, string sdk, string ages, string expected) =>
        Assert.Equal((story, expected), (story, Last(ages, sdk)));

    [Fact]
    public void An_age_of_a_quiet_client_that_neighbours_tokens_have()
    {
        var log = new TestLog();
        for (var i = 0; i < 3; i++)
            log.Add(AgeRows.Of("1141 1441 1741 1141 1441 1741", start: 70 * i), $"other{i}", ip: $"10.0.{i}.XXX");

        Assert.Equal("LifetimeOrTimerShared", SignOf(log.Add(AgeRows.Of("1141x8"), Device, sdk: ""), Aspect, ^1));
    }

    [Theory]
    [InlineData("one of five is told of", 1, 5, "LifetimeWith401003")]
    [InlineData("one of six is told of", 1, 6, "LifetimeOrTimer")]
    public void A_share_that_the_hub_tells_of_is_enough(string story, int told, int ends, string expected)
    {
        var rows = AgeRows.Of($"901x{told}", "D 401003") + AgeRows.Of($"901x{ends - told}", start: 5000);

        Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(rows, Device, sdk: ""), Aspect, ^1)));
    }

    /// <summary>A lifetime of no whole minutes, of clients that ping sooner, at several addresses.</summary>
    [Theory]
    [InlineData("at it", "1517x8", "sas", "LifetimeOfTheFleet")]
    [InlineData("off it", "1517x8 700", "sas", "OffTheTimer")]
    [InlineData("without a token", "1517x8", X509, "RepeatedAlthoughPinged")]
    [InlineData("near it", "1494 1501 1508 1515 1522 1529 1536", "sas", "LifetimeOfTheFleet")]
    public void An_age_of_the_fleet(string story, string ages, string auth, string expected)
    {
        var log = new TestLog().Add(AgeRows.Of(ages), Device, sdk: TestLog.C, auth: auth, ip: "10.0.9.XXX");
        for (var i = 0; i < 3; i++)
            log.Add(AgeRows.Of("1817 1517x7", start: 70 * i), $"other{i}", sdk: TestLog.C, ip: $"10.0.{i}.XXX");

        Assert.Equal((story, expected), (story, SignOf(log, Aspect, ^1)));
    }

    /// <summary>Most tokens of a fleet end within the same minute, at noon and at six; the hub tells of some.</summary>
    [Theory]
    [InlineData(
        "twice with the others",
        "6:00:00 C, 12:00:20 D 404104, 12:00:23 C, 18:00:20 D 404104, 18:00:25 C",
        8,
        0,
        "LifetimeMadeTogether"
    )]
    [InlineData("began with the others", "12:00:23 C, 18:00:20 D 404104, 18:00:25 C", 8, 0, "LifetimeMadeTogether")]
    [InlineData(
        "an hour later",
        "6:00:00 C, 13:00:20 D 404104, 13:00:23 C, 18:00:20 D 404104, 18:00:25 C",
        8,
        0,
        "Any"
    )]
    [InlineData(
        "away for three minutes",
        "6:00:00 C, 12:00:20 D 404104, 12:03:23 C, 18:00:20 D 404104, 18:00:25 C",
        8,
        0,
        "Any"
    )]
    [InlineData(
        "a short session",
        "12:00:00 C, 12:00:20 D 404104, 12:00:23 C, 18:00:20 D 404104, 18:00:25 C",
        8,
        0,
        "TooShort"
    )]
    [InlineData(
        "once with the others",
        "6:00:00 C, 12:00:20 D 404104, 12:00:23 C, 15:00:20 D 404104, 15:00:25 C",
        8,
        0,
        "Any"
    )]
    [InlineData("two are told", "6:00:00 C, 12:00:20 D 404104, 12:00:23 C, 18:00:20 D 404104, 18:00:25 C", 2, 0, "Any")]
    [InlineData(
        "three are told",
        "6:00:00 C, 12:00:20 D 404104, 12:00:23 C, 18:00:20 D 404104, 18:00:25 C",
        3,
        0,
        "LifetimeMadeTogether"
    )]
    [InlineData(
        "many are told at any time",
        "6:00:00 C, 12:00:20 D 404104, 12:00:23 C, 18:00:20 D 404104, 18:00:25 C",
        3,
        400,
        "Any"
    )]
    public void Tokens_that_were_made_together(string story, string rows, int told, int usual, string expected)
    {
        var log = new TestLog().Add(rows, Device, sdk: "", ip: "10.0.9.XXX");
        for (var i = 0; i < told; i++)
            log.Add(
                $"6:00:0{i} C, 12:00:1{i} D 401003, 12:00:2{i} C, 18:00:1{i} D 401003, 18:00:2{i} C",
                $"told{i}",
                ip: $"10.0.{i}.XXX"
            );
        log.Add("0:00:00 C, 23:59:00 D", "steady", ip: "10.8.0.XXX");
        if (usual > 0)
            log.Add(Repeated([.. Enumerable.Repeat(200.0, usual)], "D 401003", 10), "restless", ip: "10.8.1.XXX");

        Assert.Equal((story, expected), (story, SignOf(log, Aspect, 0)));
    }

    [Fact]
    public void What_ends_beside_the_hubs_own_errors_is_not_made_together() =>
        Assert.Equal(
            "Any",
            SignOf(
                FleetEvidenceTests
                    .Waves(3, hasErrors: true)
                    .Add("0:00:00 C, 1:56:45 D 404104, 1:56:48 C, 7:56:45 D 404104, 7:56:48 C", Device, sdk: ""),
                Aspect
            )
        );

    [Fact]
    public void What_has_no_token_is_not_made_together() =>
        Assert.Equal(
            "Any",
            SignOf(
                FleetEvidenceTests
                    .Waves(3, hasErrors: false)
                    .Add("0:00:00 C, 1:56:45 D 404104, 1:56:48 C, 7:56:45 D 404104, 7:56:48 C", Device, auth: X509),
                Aspect
            )
        );

    private static string? Last(string ages, string sdk) =>
        SignOf(new TestLog().Add(AgeRows.Of(ages), Device, sdk: sdk), Aspect, ^1);
}
