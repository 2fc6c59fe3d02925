using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>What the age of a session is a sign of, beside those of the device's others.</summary>
public sealed class AgeSignsTests
{
    private const string Aspect = "SessionAge";
    private const string X509 = "x509Certificate";

    /// <summary>The last of the sessions is asked about.</summary>
    [Theory]
    [InlineData("a short one alone", "30", "TooShort")]
    [InlineData("a short one after long ones", "700 2000 30", "TooShort")]
    [InlineData("a short one after another", "700 30 30", "TooShort")]
    [InlineData("a short one after two others", "30 30 30", "TooShortAgain")]
    [InlineData("a long one between them", "30 30 700 30", "TooShort")]
    [InlineData("one of a minute after two short ones", "30 30 61", "Any")]
    [InlineData("three that end at once", "3 3 3", "AtOnceAgain")]
    [InlineData("at once after two that took longer", "30 30 3", "TooShortAgain")]
    [InlineData("at once after one that took longer", "3 30 3", "TooShortAgain")]
    [InlineData("longer than two that ended at once", "3 3 30", "TooShortAgain")]
    [InlineData("at once and alone", "700 2000 3", "TooShort")]
    public void Short_sessions_are_a_loop_where_two_beside_are(string story, string ages, string expected) =>
        Assert.Equal((story, expected), (story, Last(ages)));

    [Theory]
    [InlineData("two after it", "30 30 30 700 700", 0, "TooShortAgain")]
    [InlineData("one before and one after it", "30 30 30 700", 1, "TooShortAgain")]
    [InlineData("the second before and after it", "30 700 30 700 30", 2, "TooShortAgain")]
    [InlineData("the third before and after it", "30 700 700 30 700 700 30", 3, "TooShort")]
    [InlineData("long ones all around", "700 710 30 720 740", 2, "TooShort")]
    public void Those_beside_are_two_before_and_two_after(string story, string ages, int which, string expected) =>
        Assert.Equal(
            (story, expected),
            (story, SignOf(new TestLog().Add(AgeRows.Of(ages), Device, auth: X509), Aspect, which))
        );

    [Fact]
    public void Short_sessions_that_the_client_closed_are_no_loop() =>
        Assert.Equal(
            "TooShort",
            SignOf(
                new TestLog().Add(AgeRows.Of("30 30", "D") + "0:02:00 C, 0:02:30 D 404104, 0:02:31 C", Device),
                Aspect,
                ^1
            )
        );

    [Fact]
    public void A_short_session_of_the_next_device_is_none_beside_it() =>
        Assert.Equal(
            "TooShort",
            SignOf(
                WithNext(new TestLog().Add(AgeRows.Of("700 30 30"), Device, auth: X509), AgeRows.Of("30 30")),
                Aspect,
                ^1
            )
        );

    /// <summary>Its keep-alive is longer than the hub's cap of half an hour.</summary>
    [Theory]
    [InlineData("at the cap", "1770x6 612 2309 1770", "RepeatedAtHubCap")]
    [InlineData("past the cap", "1770x6 612 2309", "PastHubCap")]
    [InlineData("long past the cap", "1770x6 612 5000", "OffTheTimer")]
    [InlineData("long past the cap, and none sooner", "1770x8 5000", "PastHubCap")]
    [InlineData("sooner than the cap", "1770x6 2309 612", "OffTheTimer")]
    [InlineData("once at the cap", "1770", "AtHubCap")]
    [InlineData("once at the cap among many", "300 420 610 777 812 960 1234 1770", "AtHubCap")]
    public void A_quiet_client_ends_at_the_hubs_cap(string story, string ages, string expected) =>
        Assert.Equal((story, expected), (story, Last(ages)));

    [Theory]
    [InlineData("those of others do, too", "1770", "1770x4", "RepeatedAtHubCap")]
    [InlineData("past the cap as others", "1770 2309", "1770x4", "PastHubCap")]
    [InlineData("those of others do not", "1770", "1200x4", "AtHubCap")]
    [InlineData("others do, and it ends sooner else", "300x6 1770", "1770x4", "AtHubCap")]
    public void Few_sessions_end_at_the_hubs_cap_as_others_do(string story, string ages, string others, string expected)
    {
        var log = new TestLog().Add(AgeRows.Of(ages), Device, sdk: "", auth: X509, ip: "10.0.9.XXX");
        for (var i = 0; i < 3; i++)
            log.Add(AgeRows.Of(others, start: 70 * i), $"other{i}", sdk: "", auth: X509, ip: $"10.0.{i}.XXX");

        Assert.Equal((story, expected), (story, SignOf(log, Aspect, ^1)));
    }

    /// <summary>What a timer of a quarter of an hour misses when a packet goes meanwhile.</summary>
    [Theory]
    [InlineData("twice it after five", "901x5 1803", "TwiceTheTimer")]
    [InlineData("twice it and 15 seconds", "901x5 1817", "TwiceTheTimer")]
    [InlineData("twice it and 17 seconds", "901x5 1819", "PastTheTimer")]
    [InlineData("less than twice it", "901x5 1790", "PastTheTimer")]
    [InlineData("thrice it", "901x5 2703", "PastTheTimer")]
    [InlineData("twice it after four", "901x4 1803", "PastTheTimer")]
    [InlineData("later than the timer", "901x8 1300", "PastTheTimer")]
    [InlineData("a little later than the timer", "901x8 950", "RepeatedLoosely")]
    [InlineData("sooner than the timer", "901x8 500", "OffTheTimer")]
    [InlineData("later than the timer, as many sooner", "901x8 300 350 1300", "OffTheTimer")]
    [InlineData("no timer at all", "300 421 613 779 961 1234 700", "Any")]
    public void Other_ages_are_beside_the_timers(string story, string ages, string expected) =>
        Assert.Equal((story, expected), (story, Last(ages)));

    /// <summary>It gives up two keep-alives after its last message, and the hub one and a half after it.</summary>
    [Theory]
    [InlineData("back as late as its pings", 310, "PastTheTimer")]
    [InlineData("back at once", 2, "RepeatedLoosely")]
    public void A_little_later_than_the_timer(string story, double away, string expected) =>
        Assert.Equal(
            (story, expected),
            (
                story,
                SignOf(new TestLog().Add(AgeRows.Of("901x8 950", away: away), Device, sdk: "", auth: X509), Aspect, ^1)
            )
        );

    private const string Near50 = "2976 2983 2990 2997 3004 3011 3018 3025";
    private const string Near25 = "1476 1483 1490 1497 1504 1511 1518 1525";

    /// <summary>Sessions end within a minute of one age, behind one address or at several.</summary>
    [Theory]
    [InlineData("of 50 minutes behind the address", Near50, X509, "10.0.0.XXX", "RepeatedOverHubCapAsLimit")]
    [InlineData("far from that of those behind the address", Near50 + " 9000", X509, "10.0.0.XXX", "Any")]
    [InlineData("of 50 minutes at other addresses", Near50, X509, "10.0.9.XXX", "RepeatedLooselyAlthoughPinged")]
    [InlineData("of 50 minutes, with a token", Near50, "sas", "10.0.0.XXX", "RepeatedLooselyAlthoughPinged")]
    [InlineData("of 25 minutes behind the address", Near25, X509, "10.0.0.XXX", "RepeatedLoosely")]
    public void An_age_of_all_behind_an_address_is_a_limit(
        string story,
        string ages,
        string auth,
        string ip,
        string expected
    )
    {
        var log = new TestLog().Add(AgeRows.Of(ages), Device, sdk: "", auth: auth, ip: ip);
        for (var i = 0; i < 3; i++)
            log.Add(AgeRows.Of(ages, start: 70 * i), $"other{i}", sdk: "", auth: X509, ip: "10.0.0.XXX");

        Assert.Equal((story, expected), (story, SignOf(log, Aspect, ^1)));
    }

    [Theory]
    [InlineData("it pings sooner", TestLog.C, "RepeatedLooselyAlthoughPinged")]
    [InlineData("it may be quiet", "", "RepeatedLoosely")]
    public void An_age_near_that_of_others_is_loose(string story, string sdk, string expected) =>
        Assert.Equal(
            (story, expected),
            (story, SignOf(new TestLog().Add(AgeRows.Of(Near25), Device, sdk: sdk, auth: X509), Aspect, ^1))
        );

    [Theory]
    [InlineData("off an hour's token", "3601x6 2000", "OffTheLifetime")]
    [InlineData("off it, and long", "3601x6 5000", "OffTheLifetime")]
    public void An_age_that_is_no_token_of_the_devices_is_off_its_lifetime(
        string story,
        string ages,
        string expected
    ) => Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(AgeRows.Of(ages), Device), Aspect, ^1)));

    private static string? Last(string ages) =>
        SignOf(new TestLog().Add(AgeRows.Of(ages), Device, sdk: "", auth: X509), Aspect, ^1);
}
