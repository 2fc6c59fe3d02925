using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>What the hub says beside the end of a session, or at the device's next try.</summary>
public sealed class NextRefusalTests
{
    private const string Aspect = "NextRefusal";
    private const string Cut = "0:00:00 C, 1:30:00 D 404104, ";

    [Theory]
    [InlineData("let in", "1:30:05 C", "None")]
    [InlineData("a server error", "1:30:20 F 500001, 1:31:00 C", "ServerError")]
    [InlineData("a server error, after ten minutes", "1:40:00 F 500001, 1:41:00 C", "None")]
    [InlineData("an upgrade", "1:30:20 F 400030, 1:31:00 C", "Upgrade")]
    [InlineData("a failover", "1:30:20 F 404012, 1:31:00 C", "Failover")]
    [InlineData("a failover, after ten minutes", "1:40:00 F 404012, 1:41:00 C", "None")]
    [InlineData("the used up quota", "1:30:20 F 403002, 1:31:00 C", "Quota")]
    [InlineData("too many requests", "1:30:20 F 429001, 1:31:00 C", "Throttled")]
    [InlineData("disabled", "1:30:20 F 403012, 1:31:00 C", "Disabled")]
    [InlineData("disabled, after ten minutes", "1:40:00 F 403012, 1:41:00 C", "Disabled")]
    [InlineData("deleted", "1:30:20 F 404001, 1:31:00 C", "NotFound")]
    [InlineData("deleted, after ten minutes", "1:40:00 F 404001, 1:41:00 C", "NotFound")]
    [InlineData("no known reason", "1:30:20 F 403001, 1:31:00 C", "Other")]
    [InlineData("no known reason, after ten minutes", "1:40:00 F 403001, 1:41:00 C", "None")]
    [InlineData("bad credentials once", "1:30:20 F 401003, 1:31:00 C", "UnauthorizedOnce")]
    [InlineData("bad credentials again and again", "1:30:20 F 401003, 1:30:40 F 401003", "UnauthorizedOn")]
    [InlineData("bad credentials beside the end", "1:30:02 F 401003, 1:31:00 C", "UnauthorizedBeside")]
    public void The_next_try_tells(string story, string next, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(Cut + next, Device), Aspect)));

    [Fact]
    public void A_certificate_that_is_refused_on_is_no_token() =>
        Assert.Equal(
            "UnauthorizedOnWithCertificate",
            SignOf(
                new TestLog().Add(Cut + "1:30:20 F 401003, 1:30:40 F 401003", Device, auth: "x509Certificate"),
                Aspect
            )
        );

    /// <summary>Node renews three quarters of an hour after it connected; .NET leaves it to the hub.</summary>
    [Theory]
    [InlineData("long before it renews", TestLog.Node, 600, "UnauthorizedBesideEarly")]
    [InlineData("six seconds before it renews", TestLog.Node, 2694, "UnauthorizedBesideEarly")]
    [InlineData("a moment before it renews", TestLog.Node, 2697, "UnauthorizedBeside")]
    [InlineData("as it should have renewed", TestLog.Node, 2703, "UnauthorizedBeside")]
    [InlineData("long after it should have", TestLog.Node, 3600, "UnauthorizedBeside")]
    [InlineData("a client that does not renew", TestLog.DotNet, 600, "UnauthorizedBeside")]
    public void A_token_that_is_refused_before_it_is_renewed_is_early(
        string story,
        string sdk,
        double age,
        string expected
    )
    {
        var rows = Repeated([2700, 2700, 2700, 2700], "D", 2) + $"{At(10_808 + age)} D 401003, {At(10_811 + age)} C";

        Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(rows, Device, sdk: sdk), Aspect, ^1)));
    }

    [Fact]
    public void A_client_without_a_clock_that_is_known_is_not_early() =>
        Assert.Equal(
            "UnauthorizedBeside",
            SignOf(new TestLog().Add("0:00:00 C, 0:10:00 D 401003, 0:10:03 C", Device, sdk: TestLog.Node), Aspect)
        );

    private const string Quota = "0:50:00 C, 1:00:00 D 403002, ";

    [Theory]
    [InlineData("the one before", "1:00:02 C, 1:01:30 D 404104, 1:01:31 C", 1, "Quota")]
    [InlineData(
        "the one before the last",
        "1:00:02 C, 1:01:30 D 404104, 1:01:31 C, 1:03:00 D 404104, 1:03:01 C",
        2,
        "Quota"
    )]
    [InlineData(
        "one before that",
        "1:00:02 C, 1:01:30 D 404104, 1:01:31 C, 1:03:00 D 404104, 1:03:01 C, 1:04:30 D 404104, 1:04:31 C",
        3,
        "None"
    )]
    [InlineData("the one six minutes before", "1:00:02 C, 1:06:00 D 404104, 1:06:01 C", 1, "None")]
    [InlineData("the one four minutes before", "1:00:02 C, 1:04:00 D 404104, 1:04:01 C", 1, "Quota")]
    public void A_limit_that_a_session_before_it_met_is_told(string story, string rows, int which, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(Quota + rows, Device), Aspect, which)));

    [Theory]
    [InlineData("the next", "0:50:00 C, 0:59:00 D 404104, 0:59:01 C, 1:00:00 D 403002, 1:00:02 C", "Quota")]
    [InlineData(
        "the next is over a limit of its own",
        "0:50:00 C, 0:59:00 D 404104, 0:59:01 C, 1:00:00 D 403005",
        "Throttled"
    )]
    [InlineData(
        "the one after the next",
        "0:50:00 C, 0:57:00 D 404104, 0:57:01 C, 0:58:30 D 404104, 0:58:31 C, 1:00:00 D 403002, 1:00:02 C",
        "Quota"
    )]
    [InlineData(
        "one after that",
        "0:50:00 C, 0:57:00 D 404104, 0:57:01 C, 0:58:00 D 404104, 0:58:01 C, 0:59:00 D 404104, 0:59:01 C, "
            + "1:00:00 D 403002, 1:00:02 C",
        "None"
    )]
    [InlineData("the next, an hour later", "0:50:00 C, 0:59:00 D 404104, 0:59:01 C, 1:59:00 D 403002", "None")]
    [InlineData(
        "the next ends with a server error",
        "0:50:00 C, 0:59:00 D 404104, 0:59:01 C, 1:00:00 D 500001",
        "None"
    )]
    public void A_limit_that_a_session_after_it_meets_is_told(string story, string rows, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(new TestLog().Add(rows, Device), Aspect)));

    /// <summary>What a try met, a session need not have; a loop meets the same each time.</summary>
    [Theory]
    [InlineData(
        "a session of minutes",
        "1:00:05 C, 1:03:00 D 404104, 1:03:01 C, 1:09:00 D 404104, 1:09:01 C",
        1,
        "None"
    )]
    [InlineData(
        "a loop",
        "1:00:05 C, 1:00:15 D 404104, 1:00:16 C, 1:00:26 D 404104, 1:00:27 C, 1:00:37 D 404104, 1:00:38 C",
        1,
        "Quota"
    )]
    public void A_limit_that_a_refused_try_met_is_a_loops(string story, string rows, int which, string expected) =>
        Assert.Equal(
            (story, expected),
            (story, SignOf(new TestLog().Add("1:00:00 F 403002, " + rows, Device), Aspect, which))
        );

    /// <summary>Records of devices lie one after the other in memory.</summary>
    [Fact]
    public void No_limit_of_the_next_device_is_its_own() =>
        Assert.Equal(
            "None",
            SignOf(WithNext(new TestLog().Add(Cut + "1:30:05 C", Device), "0:00:10 C, 1:30:00 D 403002"), Aspect)
        );

    [Theory]
    [InlineData("of most it says nothing", "D 404104", "NoneAsEver")]
    [InlineData("of most it says 401003", "D 401003", "NoneUnlikeMost")]
    public void What_the_hub_says_of_others_ends_makes_its_silence_a_sign(string story, string end, string expected) =>
        Assert.Equal((story, expected), (story, SignOf(Others(end).Add(Cut + "1:30:05 C", Device), Aspect)));

    /// <summary>Where it is told of half of them, silence says nothing.</summary>
    [Fact]
    public void A_hub_that_tells_now_and_then_is_no_sign()
    {
        var log = Others("D 401003");
        for (var i = 0; i < 8; i++)
            log.Add(Repeated(Hours, "D 404104", 2, 50 * i), $"untold{i}", ip: $"10.1.{i}.XXX");

        Assert.Equal("None", SignOf(log.Add(Cut + "1:30:05 C", Device), Aspect));
    }

    [Theory]
    [InlineData("at its token's end, which it is told of else", "D 401003", 4200, "None")]
    [InlineData("at its token's end, which it is never told of", "D 404104", 4200, "None")]
    [InlineData("off its token's clock, which it is never told of", "D 404104", 3000, "None")]
    [InlineData("off its token's clock, which it is told of else", "D 401003", 3000, "NoneUnlikeMost")]
    public void Several_of_the_hubs_delays_need_no_word_of_it(string story, string end, double age, string expected)
    {
        var last = 6 * 4000;
        var rows = Repeated(Hours, end, 2) + $"{At(last)} D, {At(last + 2)} C, {At(last + 2 + age)} D 404104, ";
        rows += At(last + 5 + age) + " C";

        Assert.Equal((story, expected), (story, SignOf(Others("D 401003").Add(rows, Device), Aspect, ^1)));
    }

    private static readonly double[] Hours = [4201, 3601, 3901, 4201, 3601, 3901];

    /// <summary>Tokens of others end again and again, at each of the hub's delays.</summary>
    private static TestLog Others(string end)
    {
        var log = new TestLog();
        for (var i = 0; i < 8; i++)
            log.Add(Repeated(Hours, end, 2, 70 * i), $"token{i}", ip: $"10.0.{i}.XXX");
        return log;
    }

    /// <summary>Four ends at one age are enough to miss the hub's word, three are not.</summary>
    [Theory]
    [InlineData(3, "None")]
    [InlineData(4, "NoneUnlikeMost")]
    public void Several_ends_at_one_age_that_the_hub_never_told_of_are_no_tokens(int ends, string expected)
    {
        var log = Others("D 401003");
        for (var i = 0; i < 8; i++)
            log.Add(Repeated(Hours, "D 404104", 2, 50 * i), $"untold{i}", ip: $"10.1.{i}.XXX");
        log.Add(Repeated([.. Enumerable.Repeat(3601.0, ends)], "D 404104", 2), Device, sdk: "");

        Assert.Equal(expected, SignOf(log, Aspect, ^1));
    }

    [Theory]
    [InlineData("its own refusal", Cut + "1:30:20 F 500001, 1:31:00 C", 0, "refused with 500001")]
    [InlineData(
        "another session's",
        Quota + "1:00:02 C, 1:01:30 D 404104, 1:01:31 C",
        1,
        "a limit of the hub's, of other sessions in this time"
    )]
    [InlineData("none", Cut + "1:30:05 C", 0, "no")]
    public void Tells_what_the_hub_said(string story, string rows, int which, string expected) =>
        Assert.Equal((story, expected), (story, ValueOf(new TestLog().Add(rows, Device), Aspect, which)));
}
