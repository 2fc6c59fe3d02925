using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>Sessions of which the connect is missing in the log.</summary>
public sealed class UnknownAgeTests
{
    private const string Aspect = "SessionAge";
    private const string X509 = "x509Certificate";

    /// <summary>The log begins with an end; the device's others tell what it was.</summary>
    [Theory]
    [InlineData("no others, .NET", TestLog.DotNet, "sas", "", "NotKnownHubCloses")]
    [InlineData("no others, the C SDK", TestLog.C, "sas", "", "NotKnownClientRenews")]
    [InlineData("no others, a client that is not known", "", "sas", "", "NotKnown")]
    [InlineData("no others, .NET without a token", TestLog.DotNet, X509, "", "NotKnown")]
    [InlineData("all at several delays", TestLog.DotNet, "sas", "3601 3901 4201 3601 3901 4201", "NotKnownMostlyToken")]
    [InlineData("nearly all at one of several delays", TestLog.DotNet, "sas", "3601x17 3901x3", "NotKnownMostlyToken")]
    [InlineData(
        "nearly all at one of several delays, give or take",
        TestLog.DotNet,
        "sas",
        "3601x25 3625 3626 3925 3926 3927",
        "NotKnownMostlyToken"
    )]
    [InlineData("all at an hour", TestLog.DotNet, "sas", "3601x8", "NotKnownMostlyToken")]
    [InlineData("all at a quarter of an hour", "", "sas", "901x8", "LifetimeOrTimer")]
    [InlineData("all at a quarter of an hour, no token", "", X509, "901x8", "NotKnownMostlyTimer")]
    [InlineData("all at no round age, no token", "", X509, "915x8", "NotKnownMostlyTimer")]
    [InlineData("all at a keep-alive and a half", TestLog.C, X509, "361x8", "NotKnownMostlyTimer")]
    [InlineData("all at an hour, no token", TestLog.DotNet, X509, "3601x8", "RepeatedOverHubCapRound")]
    [InlineData("all longer than it pings", TestLog.C, X509, "915x8", "RepeatedAlthoughPinged")]
    [InlineData("most at the hub's cap", "", X509, "1770x6 612 2309", "NotKnownMostlyTimer")]
    [InlineData("most near one age", "", X509, "1476 1483 1490 1497 1504 1511 1518 1525", "NotKnownMostlyTimer")]
    [InlineData(
        "most near one age, it pings sooner",
        TestLog.C,
        X509,
        "1476 1483 1490 1497 1504 1511 1518 1525",
        "NotKnown"
    )]
    [InlineData("half at one age", "", X509, "901x4 300 421 613 779", "NotKnown")]
    [InlineData("all at other ages, .NET", TestLog.DotNet, "sas", "885 1304 4102 2411 612", "NotKnown")]
    [InlineData("few at other ages, .NET", TestLog.DotNet, "sas", "885 1304 4102", "NotKnownHubCloses")]
    [InlineData("half at an hour", TestLog.DotNet, "sas", "3601x4 300 421 613 779", "NotKnownHubCloses")]
    public void The_first_ends_as_the_others(string story, string sdk, string auth, string others, string expected)
    {
        var rows = "0:00:00 D 404104, 0:00:02 C, " + (others.Length == 0 ? "" : AgeRows.Of(others, start: 2));

        Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(rows, Device, sdk: sdk, auth: auth), Aspect)));
    }

    [Fact]
    public void The_first_ends_by_its_token_as_the_hub_says_of_the_others() =>
        Assert.Equal(
            "NotKnownMostlyToken",
            SignOf(
                new TestLog().Add("0:00:00 D 404104, " + AgeRows.Of("901x8", "D 401003", start: 2), Device, sdk: ""),
                Aspect
            )
        );

    /// <summary>The hub says 401003 when tokens of others end, and never of this device.</summary>
    [Theory]
    [InlineData("the first of those at one age", "0:00:00 D 404104, ", "3601x8", 0, "RepeatedOverHubCap")]
    [InlineData(
        "the first of those at several delays",
        "0:00:00 D 404104, ",
        "3601x17 3901x3",
        0,
        "NotKnownMostlyToken"
    )]
    public void Where_the_hub_tells_of_others(string story, string first, string ages, int which, string expected)
    {
        var log = new TestLog().Add(first + AgeRows.Of(ages, start: 2), Device, ip: "10.0.9.XXX");
        for (var i = 0; i < 4; i++)
            log.Add(
                AgeRows.Of("3601 3901 4201 3601 3901 4201", "D 401003", start: 70 * i),
                $"told{i}",
                ip: $"10.0.{i}.XXX"
            );

        Assert.Equal((story, expected), (story, SignOf(log, Aspect, which)));
    }

    /// <summary>It ends so many seconds after the end before it, without a connect between them.</summary>
    [Theory]
    [InlineData("an hour's token, made at once", "sas", "3601x3 300 421 613", 3605, "SinceReturnToken")]
    [InlineData("an hour's token, five minutes late", "sas", "3601x3 300 421 613", 3905, "SinceReturnToken")]
    [InlineData("two minutes off it", "sas", "3601x3 300 421 613", 3725, "NotKnownHubCloses")]
    [InlineData("less than an hour", "sas", "3601x3 300 421 613", 2000, "NotKnownHubCloses")]
    [InlineData("a timer's age", X509, "915x4 300 421 613 3000", 920, "SinceReturnTimer")]
    [InlineData("a timer's age and a minute", X509, "915x4 300 421 613 3000", 1000, "SinceReturnTimer")]
    [InlineData("a timer's age and two minutes", X509, "915x4 300 421 613 3000", 1035, "NotKnown")]
    [InlineData("less than a timer's age", X509, "915x4 300 421 613 3000", 880, "NotKnown")]
    [InlineData("no timer at all", X509, "300 421 613 3000", 320, "NotKnown")]
    [InlineData("an hour without a token", X509, "300 421 613 3000", 3605, "NotKnown")]
    public void Since_the_end_before_it(string story, string auth, string ages, double since, string expected)
    {
        var end = 40_000.0;
        var rows = AgeRows.Of(ages, away: 200);
        rows += $"{SessionRows.At(end)} D 404104, {SessionRows.At(end + since)} D 404104, ";
        rows += $"{SessionRows.At(end + since + 2)} C";

        Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(rows, Device, auth: auth), Aspect, ^1)));
    }

    /// <summary>The end before it was of another session, whatever fits the one before that.</summary>
    [Fact]
    public void Since_the_end_before_the_last_is_nothing_where_the_log_has_connects() =>
        Assert.Equal(
            "NotKnownHubCloses",
            SignOf(
                new TestLog().Add(
                    AgeRows.Of("3601x3 300 421 613", away: 200)
                        + $"{SessionRows.At(40_000)} D 404104, {SessionRows.At(42_000)} D 404104, "
                        + $"{SessionRows.At(43_605)} D 404104, {SessionRows.At(43_607)} C",
                    Device
                ),
                Aspect,
                ^1
            )
        );

    /// <summary>A log of ends alone; the gaps between them are as old as sessions, and a little more.</summary>
    [Theory]
    [InlineData("a token's age", "3603 3903 4203 3603 3903 3604", "SinceReturnToken")]
    [InlineData("a token's age over two ends", "3603 3903 4203 3603 3903 2000 1604", "SinceReturnToken")]
    [InlineData("a token's age over three ends", "3603 3903 4203 3603 3903 1000 1000 1604", "SinceReturnToken")]
    [InlineData("a token's age over four ends", "3603 3903 4203 3603 3903 600 1000 1000 1004", "OffTheLifetime")]
    [InlineData("less than a token's age", "3603 3903 4203 3603 3903 2000", "OffTheLifetime")]
    [InlineData("more than a token's age", "3603 3903 4203 3603 3903 4203 3603 5000", "NotKnownMostlyToken")]
    public void Where_the_log_has_no_connects(string story, string gaps, string expected)
    {
        var at = 0.0;
        var rows = "0:00:00 D 404104";
        foreach (var gap in gaps.Split(' '))
            rows +=
                $", {SessionRows.At(at += int.Parse(gap, System.Globalization.CultureInfo.InvariantCulture))} D 404104";

        Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(rows, Device), Aspect, ^1)));
    }
}
