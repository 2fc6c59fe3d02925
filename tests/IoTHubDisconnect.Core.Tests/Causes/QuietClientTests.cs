using static IoTHubDisconnect.Tests.Causes.NeighbourhoodTests;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Clients that say nothing for long, and what ends their sessions.</summary>
public sealed class QuietClientTests
{
    /// <summary>Seconds. It talks as chance has it, and its keep-alive is over the hub's cap.</summary>
    private static readonly double[] Chatty =
    [
        1772,
        2309,
        1780,
        5278,
        1784,
        3543,
        1788,
        13_730,
        1790,
        4695,
        1786,
        2685,
        8451,
        2340,
        3872,
        6135,
    ];

    [Fact]
    public void Sessions_of_which_none_ends_sooner_than_the_hubs_cap_end_at_it() =>
        Each.Passes(AtTheCap().Causes(), c => Assert.True(c.Cause == CauseName.IdleTimeout, Told(c)));

    internal static TestLog AtTheCap() =>
        new TestLog().Add(Repeated(Chatty, "D 404104", 8), sdk: "", auth: "x509Certificate");

    /// <summary>Some end sooner, so that it is no patience of the hub's that the others reach.</summary>
    [Fact]
    public void Sessions_that_also_end_sooner_do_not() =>
        Each.Passes(
            new TestLog()
                .Add(Repeated([.. Chatty, 612, 1130, 340], "D 404104", 8), sdk: "", auth: "x509Certificate")
                .Causes(),
            c => Assert.True(c.Cause != CauseName.IdleTimeout, Told(c))
        );

    /// <summary>It pings every five minutes, and gives up when an answer is late: nothing outlives a token.</summary>
    [Fact]
    public void What_ends_at_any_of_many_pings_is_no_token()
    {
        double[] pings = [1, 5, 2, 3, 9, 2, 15, 4, 1, 7, 3, 22, 2, 5, 30, 1, 6, 2, 11, 3, 4, 2, 8, 5];

        Each.Passes(
            new TestLog()
                .Add(Repeated([.. pings.Select((p, i) => 300 * p + 10 + i % 3 * 0.6)], "D 404104", 8))
                .Causes(),
            c => Assert.True(!c.IsExpected && c.Cause != CauseName.SasTokenExpired, Told(c))
        );
    }

    /// <summary>
    /// One and a half keep-alives of ten minutes, or a token of a quarter of an hour: the hub would hardly close all of
    /// many the moment they end.
    /// </summary>
    [Theory]
    [InlineData("all right then", new[] { 0 }, false)]
    [InlineData("at several delays", new[] { 0, 300, 600 }, true)]
    public void A_quarter_of_an_hour_is_a_tokens_where_the_hub_is_late(string name, int[] delays, bool isTokens) =>
        Each.Passes(
            new TestLog()
                .Add(
                    Repeated(
                        [.. Around(900.6, 0.4, 30).Select((age, i) => age + delays[i % delays.Length])],
                        "D 404104",
                        3
                    ),
                    sdk: ""
                )
                .Causes()
                .Where(c => c.Duration is not null),
            c => Assert.True((c.Cause == CauseName.SasTokenExpired) == isTokens, $"{name}: {Told(c)}")
        );

    /// <summary>Carriers end what is half an hour old; a hub would be late for some of the tokens.</summary>
    [Theory]
    [InlineData("all right then", 1, "", new[] { 0 }, false)]
    [InlineData("all right then, as others elsewhere", 4, "", new[] { 0 }, false)]
    [InlineData("at several delays", 1, "", new[] { 0, 300, 600 }, true)]
    [InlineData("of an SDK that leaves it to the hub", 1, TestLog.DotNet, new[] { 0 }, true)]
    public void Half_an_hour_is_a_tokens_where_the_hub_is_late(
        string name,
        int devices,
        string sdk,
        int[] delays,
        bool isTokens
    )
    {
        var log = new TestLog();
        for (var device = 0; device < devices; device++)
            log.Add(
                Repeated(
                    [.. Around(1800.9, 0.8, 30).Select((age, i) => age + delays[i % delays.Length])],
                    "D 404104",
                    3,
                    17 * device
                ),
                $"device{device}",
                sdk: sdk,
                ip: $"10.0.{device}.XXX"
            );

        Each.Passes(
            log.Causes().Where(c => c.Duration is not null),
            c => Assert.True((c.Cause == CauseName.SasTokenExpired) == isTokens, $"{name}: {Told(c)}")
        );
    }

    /// <summary>A limit on the way is set, and so a whole half hour; what leaks ends when it does.</summary>
    [Theory]
    [InlineData("a whole half hour", 3601.2, CauseName.ConnectionReset)]
    [InlineData("any time", 4133.2, CauseName.Unknown)]
    public void What_ends_sessions_without_a_token_at_a_round_age_is_on_the_way(
        string name,
        double age,
        CauseName expected
    ) =>
        Each.Passes(
            new TestLog()
                .Add(Repeated(Around(age, 0.9, 30), "D 404104", 3), sdk: "", auth: "x509Certificate")
                .Causes()
                .Where(c => c.Duration is not null),
            c => Assert.True(c.Cause == expected, $"{name}: {Told(c)}")
        );

    /// <summary>It does not notice that something on the way has closed its connection, until it next sends.</summary>
    [Theory]
    [InlineData(297)]
    [InlineData(905)]
    public void Who_is_cut_at_a_timers_age_may_be_back_late(double away) =>
        Each.Passes(
            new TestLog().Add(Back(away), sdk: "", auth: "x509Certificate").Causes().Where(c => c.Duration is not null),
            c => Assert.True(c.Cause == CauseName.IdleTimeout, Told(c))
        );

    /// <summary>Now it is back soon and now with its next report, so that it does not wake by a clock.</summary>
    private static string Back(double away)
    {
        var rows = "";
        var now = 0.0;
        for (var i = 0; i < 30; i++)
        {
            rows += $"{At(now)} C, {At(now + 901.5)} D 404104, ";
            now += 901.5 + (i % 3 == 0 ? 4 * away : away) + i % 7;
        }
        return rows;
    }
}
