using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>What others do at the same time: how many is unusual, and what they have in common.</summary>
public sealed class NeighbourhoodTests
{
    private const int Devices = 60;

    /// <summary>How long all are away of whom nothing else is told, in seconds.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(45)]
    [InlineData(240)]
    [InlineData(1500)]
    public void All_places_at_once_are_the_hubs_however_long_it_takes(double away)
    {
        var log = new TestLog();
        for (var i = 0; i < Devices; i++)
            log.Add(
                $"{At(37 * i)} C, {At(21_600 + i % 40)} D 404104, {At(21_600 + i % 40 + away + i % 7)} C",
                $"d{i}",
                ip: $"10.0.{i}.XXX"
            );

        Each.Passes(log.Causes(), c => Assert.True(c.Scope == DisconnectScope.Hub, Told(c)));
    }

    [Fact]
    public void Calls_a_drop_of_many_with_server_errors_the_hubs()
    {
        var log = new TestLog();
        for (var i = 0; i < 12; i++)
        {
            log.Add(
                $"0:{i:00}:00 C, 4:00:{i:00} D 404104, 4:00:{i + 2:00} F 500001, 4:03:{i:00} C",
                $"device-{i}",
                TestLog.C,
                auth: "x509Certificate",
                ip: $"203.0.{i}.XXX"
            );
        }
        var closed = log.Causes().Where(c => c.Kind == DisconnectKind.Closed).ToList();
        Assert.Equal(12, closed.Count);
        Each.Passes(
            closed,
            c => Assert.Equal((CauseName.HubFault, DisconnectScope.Hub, 3), (c.Cause, c.Scope, c.Symptom))
        );
    }

    [Fact]
    public void Calls_a_drop_of_one_address_the_sites()
    {
        var log = new TestLog();
        for (var i = 0; i < 5; i++)
        {
            log.Add(
                $"0:00:{i:00} C, 4:0{i}:00 D 404104, 4:20:{i:00} C",
                $"lost-{i}",
                TestLog.C,
                auth: "x509Certificate",
                ip: "198.51.1.XXX"
            );
            log.Add(
                $"0:00:{i:00} C, 9:00:{i:00} D",
                $"kept-{i}",
                TestLog.C,
                auth: "x509Certificate",
                ip: $"203.0.{i}.XXX"
            );
        }
        var lost = log.Causes().Where(c => c.DeviceId.StartsWith("lost", StringComparison.Ordinal)).ToList();
        Each.Passes(lost, c => Assert.Equal((CauseName.NetworkLost, DisconnectScope.Site), (c.Cause, c.Scope)));
    }

    [Fact]
    public void What_befalls_all_at_one_time_of_each_day_is_not_the_hubs() =>
        Each.Passes(Daily().Causes(), c => Assert.True(c.Scope != DisconnectScope.Hub, Told(c)));

    /// <summary>Processes start as quickly as clients try again; some that share a clock share an address.</summary>
    [Fact]
    public void What_starts_anew_at_one_time_of_each_day_was_restarted_by_a_clock()
    {
        var log = new TestLog();
        for (var i = 0; i < 40; i++)
            log.Add(
                "0:00:01 C, "
                    + string.Concat(
                        Enumerable
                            .Range(1, 4)
                            .Select(day => (Day: day, At: (3 * i + 5 * day) % 8))
                            .Select(d => $"{d.Day}.05:25:0{d.At} D 404104, {d.Day}.05:25:{d.At + 6:00} C, ")
                    ),
                $"gw{i}",
                ip: $"10.0.{i / 2}.XXX",
                auth: "x509Certificate"
            );

        Each.Passes(log.Causes(), c => Assert.True(c.Cause == CauseName.DeviceRestarted, Told(c)));
    }

    internal static TestLog Daily()
    {
        var log = new TestLog();
        for (var i = 0; i < Devices; i++)
            log.Add(
                string.Concat(
                    Enumerable.Range(1, 3).Select(day => $"{day}.00:05:0{i % 5} D 404104, {day}.00:05:1{i % 5} C, ")
                ),
                $"d{i}",
                sdk: "",
                ip: $"10.0.{i}.XXX"
            );
        return log;
    }

    /// <summary>Keep-alives do not run out together; a line that is lost is noticed by each client's own.</summary>
    [Fact]
    public void A_site_that_closes_at_once_was_reset()
    {
        var log = new TestLog();
        for (var i = 0; i < 9; i++)
            log.Add(
                $"0:0{i}:00 C, 2:03:33.{i} D 404104, {At(7413.9 + (i % 2 == 0 ? 1.2 : 10.6))} C",
                $"pc{i}",
                sdk: i % 2 == 0 ? TestLog.DotNet : "azure-iot-device-iothub-py/2.14.0(3.10.5;Linux;x86_64)",
                auth: "x509Certificate"
            );

        Each.Passes(log.Causes(), c => Assert.True(c.Cause == CauseName.ConnectionReset, Told(c)));
    }

    [Fact]
    public void Neighbours_that_drop_at_any_time_are_no_evidence_of_the_site()
    {
        var log = new TestLog();
        for (var i = 0; i < 20; i++)
            log.Add(Repeated(Around(930, 30, 60), "D 404104", 8, start: 47 * i), $"d{i}", sdk: "");

        Each.Passes(log.Causes(), c => Assert.True(c.Cause == CauseName.IdleTimeout, Told(c)));
    }

    /// <summary>
    /// A start changes nothing at the address; a provider that gives another one cuts the line for it.
    /// </summary>
    [Theory]
    [InlineData(true, CauseName.NetworkLost)]
    [InlineData(false, CauseName.DeviceRestarted)]
    public void A_device_that_comes_back_from_elsewhere_was_not_started(bool moves, CauseName expected)
    {
        var last = Moving(moves).Causes()[^1];

        Assert.True(last.Cause == expected, Told(last));
    }

    internal static TestLog Moving(bool moves)
    {
        string Address(int day) => moves ? $"10.0.{day}.XXX" : "10.0.0.XXX";

        return new TestLog().Add(
            "0:00:01 C @10.0.0.XXX, "
                + string.Concat(
                    Enumerable
                        .Range(0, 8)
                        .Select(day =>
                            $"{day}.04:07:1{day} D 404104 @{Address(day)}, {day}.04:07:5{day} C @{Address(day + 1)}, "
                        )
                ),
            sdk: TestLog.C,
            auth: "x509Certificate"
        );
    }

    /// <summary>A hub that says 401003 beside each expired token has said that others did not expire.</summary>
    [Fact]
    public void A_hub_that_tells_of_expired_tokens_tells_of_others_by_its_silence()
    {
        TestLog Hub(string end)
        {
            var log = new TestLog();
            for (var i = 0; i < 10; i++)
                log.Add(
                    Repeated([3601, 3901, 3601, 4201, 3601, 3601], end, 2, start: 60 * i),
                    $"d{i}",
                    ip: $"10.0.{i}.XXX"
                );
            return log.Add("1:00:00 D 404104, 1:00:02 C", "one", sdk: "", ip: "10.1.0.XXX");
        }

        static double OfExpiry(TestLog log) =>
            log.Causes().Single(c => c.DeviceId == "one") is var cause && cause.Cause == CauseName.SasTokenExpired
                ? cause.Confidence
                : cause.Alternative.SingleOrDefault(a => a.Cause == CauseName.SasTokenExpired)?.Confidence ?? 0;

        Assert.True(OfExpiry(Hub("D 401003")) < OfExpiry(Hub("D 404104")));
    }

    /// <summary>An hour at which a proxy ends connections is no token's, where the hub tells of all that are.</summary>
    [Theory]
    [InlineData("D 401003", false)]
    [InlineData("D 404104", true)]
    public void An_hour_without_401003_is_no_tokens_where_that_is_told_of_all_others(string end, bool isTokens)
    {
        var log = new TestLog();
        for (var i = 0; i < 6; i++)
            log.Add(Repeated([4201, 4201, 3901, 4201, 4201], end, 2, start: 70 * i), $"d{i}", ip: $"10.0.{i}.XXX");
        log.Add(Repeated([3600, 3601, 3600, 3600, 3601], "D 404104", 2), "one", ip: "10.1.0.XXX", protocol: "MqttWs");

        var last = log.Causes().Last(c => c.DeviceId == "one");

        Assert.True((last.Cause == CauseName.SasTokenExpired) == isTokens, Told(last));
    }

    internal static string Told(DisconnectCause cause) =>
        $"{cause.DeviceId} {cause.Time:T}: {cause.Cause} {cause.Confidence}\n{string.Join('\n', cause.Evidence)}";
}
