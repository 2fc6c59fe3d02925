using System.Globalization;
using System.Text;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>What one device's few sessions do not tell, those of others do.</summary>
public sealed class FleetHabitTests
{
    /// <summary>In an hour of log, each device is cut once or twice at the hub's cap.</summary>
    [Fact]
    public void One_end_at_the_hubs_cap_is_no_accident_where_others_end_there()
    {
        var log = new TestLog();
        for (var i = 0; i < 5; i++)
            log.Add(
                $"{At(60 * i)} D 404104, {At(60 * i + 5)} C, {At(60 * i + 1773.4)} D 404104, {At(60 * i + 1775)} C",
                $"d{i}",
                sdk: "",
                auth: "x509Certificate",
                ip: $"10.0.{i}.XXX"
            );

        Each.Passes(log.Causes(), c => Assert.True(c.Cause == CauseName.IdleTimeout, Told(c)));
    }

    /// <summary>Buses hop between a carrier's two addresses, and are back before the hub has noticed.</summary>
    [Fact]
    public void Few_identities_have_two_clients_where_all_move_to_and_fro()
    {
        var log = new TestLog();
        for (var i = 0; i < 12; i++)
            log.Add(Hops(i), $"bus{i}", TestLog.C, auth: "x509Certificate");

        Each.Passes(
            log.Causes(),
            c => Assert.False(c is { Cause: CauseName.DuplicateIdentity, Confidence: > 0.8 }, Told(c))
        );
        Assert.Contains(
            new TestLog().Add(Hops(3), "one", TestLog.C, auth: "x509Certificate").Causes(),
            c => c is { Cause: CauseName.DuplicateIdentity, Confidence: > 0.8 }
        );
    }

    /// <summary>A firewall ends all at one age, and one of the clients waits for half a minute each time.</summary>
    [Fact]
    public void A_retry_that_is_always_as_long_is_no_boot_where_a_limit_ends_all()
    {
        var log = new TestLog();
        for (var i = 0; i < 5; i++)
            log.Add(
                Repeated(Around(3900.4, 0.4, 20), "D 404104", i == 0 ? 31 : 3, 40 * i),
                $"pump{i}",
                sdk: "",
                auth: "x509Certificate"
            );

        Each.Passes(
            log.Causes(),
            c => Assert.False(c is { Cause: CauseName.DeviceRestarted, Confidence: > 0.6 }, Told(c))
        );
    }

    /// <summary>An issuer lets all tokens end at one hour, and this hub says nothing of it.</summary>
    [Fact]
    public void Whether_cron_or_tokens_end_all_at_an_hour_no_log_tells()
    {
        var log = new TestLog();
        for (var i = 0; i < 40; i++)
            log.Add(
                string.Join(
                    ", ",
                    Around(3, 2, 14)
                        .Select(
                            (late, n) => $"{At(21600 * n + late)} D 404104, {At(21600 * n + late + 2 + (i + n) % 6)} C"
                        )
                ),
                $"node{i}",
                sdk: "",
                ip: $"10.0.{i}.XXX"
            );

        Each.Passes(log.Causes(), c => Assert.True(c.Confidence <= 0.75, Told(c)));
    }

    private static string Hops(int bus)
    {
        double[] minutes = [31, 24, 9, 3, 5, 12, 40, 7, 6, 4, 26, 11];
        var rows = new StringBuilder($"0:00:{bus:00} C @10.0.1.XXX, ");
        double now = bus;
        for (var i = 0; i < 36; i++)
        {
            now += 60 * minutes[(i + bus) % minutes.Length];
            rows.Append(
                CultureInfo.InvariantCulture,
                $"{At(now)} D 400027 @10.0.{1 + i % 2}.XXX, {At(now + 0.05)} C @10.0.{1 + (i + 1) % 2}.XXX, "
            );
        }
        return rows.ToString();
    }

    private static string Told(DisconnectCause cause) =>
        $"{cause.DeviceId} {cause.Duration} {cause.Cause} {cause.Confidence}\n{string.Join('\n', cause.Evidence)}";
}
