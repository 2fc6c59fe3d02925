using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Dropped as the quota ends, and told so at the next try.</summary>
public sealed class QuotaExceededTests
{
    [Theory]
    [InlineData(30, 2, 1)]
    [InlineData(6, 5, 6)]
    [InlineData(200, 20, 3)]
    public void Is_the_reason_for_the_drop_as_well(int devices, int secondsToRefusal, int devicesAtAnAddress)
    {
        var log = new TestLog();
        for (var i = 0; i < devices; i++)
            log.Add(
                $"0:{i % 60:00}:00 C, 21:00:{i % 30:00} D 404104, 21:00:{i % 30 + secondsToRefusal:00} F "
                    + "403002, 21:05:00 F 403002",
                $"d{i}",
                TestLog.C,
                ip: $"203.0.{i / devicesAtAnAddress}.XXX"
            );
        var causes = log.Causes();

        Assert.Equal(2 * devices, causes.Count);
        Each.Passes(
            causes,
            c =>
                Assert.True(
                    (c.Cause, c.Scope) == (CauseName.QuotaExceeded, DisconnectScope.Hub),
                    $"{c.Kind} {c.Cause} {c.Scope}\n{string.Join('\n', c.Evidence)}"
                )
        );
        Assert.DoesNotContain(causes, c => c.Reason.Contains("server errors", StringComparison.Ordinal));
    }

    /// <summary>The hub's own word stands, however old the token is by then.</summary>
    [Fact]
    public void Is_what_the_hub_says_at_the_end_of_a_tokens_life_too()
    {
        var log = new TestLog().Add(Repeated([3601, 3901, 3601, 3602], "D 401003", 5));
        log.Add("4:05:30 C, 5:05:31 D 403002, 5:05:40 F 403002, 5:09:00 F 403002", "another")
            .Add(Repeated([3601, 3901, 3601], "D 401003", 5) + "4:10:00 C, 5:10:01 D 403002", "third");

        Each.Passes(
            log.Causes().Where(c => c.ErrorCode == 403002),
            c => Assert.True(c.Cause == CauseName.QuotaExceeded, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );
    }

    /// <summary>The hub lets devices in, ends their sessions at once, and does not say why each time.</summary>
    [Theory]
    [InlineData("device")]
    [InlineData("another")]
    public void Is_the_reason_for_each_drop_of_a_loop(string told) =>
        Each.Passes(
            Loop(told).Causes().Where(c => c.ErrorCode == 404104),
            c => Assert.True(c.Cause == CauseName.QuotaExceeded, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    /// <summary>The hub lets all in, ends their sessions at once and never says why, until the UTC day ends.</summary>
    [Theory]
    [InlineData(86400, CauseName.QuotaExceeded)]
    [InlineData(90000, null)]
    public void Is_the_reason_for_what_ends_with_the_day(double end, CauseName? expected)
    {
        var causes = UntilTheDayEnds(end).Causes().Where(c => c.Duration < TimeSpan.FromMinutes(1)).ToList();

        Each.Passes(
            causes,
            c =>
                Assert.True(
                    !c.IsExpected && (expected is null ? c.Cause != CauseName.QuotaExceeded : c.Cause == expected),
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    [Fact]
    public void Is_not_the_reason_for_an_expiry_that_came_before() =>
        Assert.Equal(
            CauseName.SasTokenExpired,
            new TestLog()
                .Add(
                    SessionRows.Repeated([3601, 3901, 4201], "D 401003", 4)
                        + "5:00:00 D 401003, 5:00:04 F 403002, 6:00:00 C"
                )
                .Causes()[^2]
                .Cause
        );

    internal static TestLog UntilTheDayEnds(double end = 86400)
    {
        var log = new TestLog();
        for (var i = 0; i < 12; i++)
            log.Add(
                SessionRows.Repeated(
                    [end - 3600 - 20 * i, .. SessionRows.Around(14, 9, (3600 - 20 * i) / 66), 7200],
                    "D 404104",
                    50
                ),
                $"d{i}",
                sdk: "",
                auth: "x509Certificate",
                ip: $"203.0.{i}.XXX"
            );
        return log;
    }

    internal static TestLog Loop(string told) =>
        new TestLog()
            .Add("0:00:00 C, 1:00:00 D, 1:00:02 C, 21:59:50 D")
            .Add(SessionRows.Repeated([3, 5, 2, 4, 3, 6, 2], "D 404104", 31, 79200))
            .Add("21:59:57 C, 21:59:58 D 403002", told);
}
