using static IoTHubDisconnect.Tests.Causes.NeighbourhoodTests;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Ages at which sessions end again and again, of which a hub that tells of expiries never told.</summary>
public sealed class UntoldAgeTests
{
    private const string ThreadX = "azure-iot-device/6.1.0 (Azure RTOS)";

    /// <summary>A carrier ends all that is so old, which may be a token's lifetime, too.</summary>
    [Theory]
    [InlineData("D 401003", false)]
    [InlineData("D 404104", true)]
    public void Three_quarters_of_an_hour_are_no_tokens_where_the_hub_tells_of_those(string end, bool isTokens) =>
        Each.Passes(
            Carrier(end).Causes().Where(IsAsked),
            c => Assert.True(c.IsExpected == isTokens && (c.Cause == CauseName.SasTokenExpired) == isTokens, Told(c))
        );

    internal static TestLog Carrier(string end)
    {
        var log = WithTokens(end);
        for (var i = 0; i < 8; i++)
            log.Add(
                Repeated(Around(2700.4, 0.4, 30), "D 404104", 9, 61 * i),
                $"asked{i}",
                sdk: "",
                ip: $"10.1.{i}.XXX"
            );
        return log;
    }

    /// <summary>A firewall's limit is longer than some clients would be quiet by default.</summary>
    [Theory]
    [InlineData("behind its address", "10.1.0.XXX", CauseName.IdleTimeout)]
    [InlineData("none", null, CauseName.Unknown)]
    public void A_timer_of_the_site_is_known_by_its_quiet_clients(string quiet, string? ip, CauseName expected)
    {
        var log = WithTokens("D 401003");
        log.Add(Repeated(Around(902, 0.8, 30), "D 404104", 3), "asked", sdk: ThreadX, ip: "10.1.0.XXX");
        for (var i = 0; ip is not null && i < 4; i++)
            log.Add(Repeated(Around(902, 0.8, 30), "D 404104", 3, 130 * i), $"{quiet} {i}", sdk: "", ip: ip);

        Each.Passes(log.Causes().Where(IsAsked), c => Assert.True(c.Cause == expected, Told(c)));
    }

    private static bool IsAsked(DisconnectCause cause) =>
        cause.DeviceId.StartsWith("asked", StringComparison.Ordinal) && cause.Duration is not null;

    private static TestLog WithTokens(string end)
    {
        var log = new TestLog();
        for (var i = 0; i < 6; i++)
            log.Add(Repeated([4201, 3601, 3901, 4201, 3601, 3901], end, 2, 70 * i), $"token{i}", ip: $"10.0.{i}.XXX");
        return log;
    }
}
