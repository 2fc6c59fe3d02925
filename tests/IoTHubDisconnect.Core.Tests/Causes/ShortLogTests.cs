using static IoTHubDisconnect.Tests.Causes.NeighbourhoodTests;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Logs of an hour or two, in which a device shows little by itself: the fleet tells.</summary>
public sealed class ShortLogTests
{
    private const string X509 = "x509Certificate";

    /// <summary>A timer cuts who is quiet; the others of a device's sessions end as chance has it.</summary>
    [Theory]
    [InlineData("as those of many others", 12, CauseName.IdleTimeout)]
    [InlineData("as those of one other", 1, null)]
    public void A_timer_is_told_by_the_others_whom_it_cuts(string name, int others, CauseName? expected) =>
        Each.Passes(
            Timer(others).Causes().Where(c => c.Duration is { TotalSeconds: > 1019 and < 1026 }),
            c => Assert.True((c.Cause == CauseName.IdleTimeout) == (expected is not null), $"{name}: {Told(c)}")
        );

    internal static TestLog Timer(int others, double age = 1020.4)
    {
        var log = new TestLog();
        for (var i = 0; i <= others; i++)
        {
            var (first, again) = (97 * i, 97 * i + 215 + 61 * i);
            log.Add(
                $"{At(first)} C, {At(again - 2)} D 404104, {At(again)} C, "
                    + $"{At(again + age + i % 4)} D 404104, {At(again + 2 + age + i % 4)} C",
                $"device{i}",
                sdk: "",
                auth: X509,
                ip: $"10.0.{i}.XXX"
            );
        }
        return log;
    }

    /// <summary>No hub waits for half an hour, so that it is no idle timer, either.</summary>
    [Fact]
    public void A_limit_is_told_by_the_others_whom_it_ends() =>
        Each.Passes(
            Timer(12, 2100.4).Causes().Where(c => c.Duration is { TotalSeconds: > 2099 and < 2106 }),
            c => Assert.True(c.Cause is CauseName.ConnectionReset or CauseName.Unknown, Told(c))
        );

    /// <summary>What comes round every eight minutes cuts whom it meets, after one round or two.</summary>
    [Fact]
    public void What_comes_round_is_no_timer()
    {
        var log = new TestLog();
        for (var i = 0; i < 24; i++)
        {
            var (from, to) = (500 * (i % 7), 500 * (i % 7 + 1 + i % 2));
            log.Add(
                $"{At(from + i % 5 + 3)} C, {At(to + i % 5)} D 404104, {At(to + 20 + i % 5)} C",
                $"device{i}",
                sdk: "",
                auth: X509,
                ip: $"10.0.{i}.XXX"
            );
        }

        Each.Passes(log.Causes(), c => Assert.True(c.Cause != CauseName.IdleTimeout, Told(c)));
    }

    /// <summary>Two sessions a device; a hub would be late for some tokens, and say 401003 of some.</summary>
    [Theory]
    [InlineData("all right then", "D 404104", 0, false)]
    [InlineData("late for each other", "D 404104", 300, true)]
    [InlineData("told of", "D 401003", 0, true)]
    public void A_quarter_of_an_hour_is_a_tokens_where_the_hub_is_late_for_others(
        string name,
        string end,
        int late,
        bool isTokens
    )
    {
        var log = new TestLog();
        for (var i = 0; i < 16; i++)
            log.Add(
                Repeated([900.6, 900.9 + i % 2 * late], end, 2, 31 * i),
                $"device{i}",
                sdk: "",
                ip: $"10.0.{i}.XXX"
            );

        Each.Passes(
            log.Causes().Where(c => c.Duration is { TotalSeconds: < 902 }),
            c => Assert.True(c.IsExpected == isTokens, $"{name}: {Told(c)}")
        );
    }

    /// <summary>A fleet that was started within a minute has its tokens end within one.</summary>
    [Theory]
    [InlineData("as old as tokens of an hour get", 3900.4, CauseName.SasTokenExpired)]
    [InlineData("as old as no token gets", 3333.4, CauseName.HubMaintenance)]
    public void Who_came_together_goes_together(string name, double age, CauseName expected)
    {
        var log = new TestLog();
        for (var i = 0; i < 40; i++)
            log.Add(
                $"0:00:00 C @boot, {At(60 + i)} D @boot, {At(61 + i)} C, {At(61 + i + age + i % 3)} D 404104, "
                    + $"{At(64 + i + age)} C",
                $"device{i}",
                ip: $"10.0.{i}.XXX"
            );

        Each.Passes(
            log.Causes().Where(c => c.ErrorCode == 404104),
            c =>
                Assert.True(
                    c.Cause == expected
                        || c.Cause == CauseName.HubFault && !c.IsExpected && expected == CauseName.HubMaintenance,
                    $"{name}: {Told(c)}"
                )
        );
    }
}
