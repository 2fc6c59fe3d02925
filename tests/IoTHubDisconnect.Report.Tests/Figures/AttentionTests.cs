using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Figures;

/// <summary>Which devices need somebody.</summary>
public sealed class AttentionTests : IDisposable
{
    private static readonly Device Pump = new("pump-01") { Address = "192.0.2.XXX" };

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    private static readonly Dictionary<string, IEnumerable<string>> Cases = new()
    {
        ["tokens that expire"] = TinyLog.Expiries(Pump, 8),
        ["disabled, and back"] =
        [
            Pump.Connect("00:10:00"),
            .. Refusals("01:00:00", "01:05:00", "01:15:00"),
            Pump.Connect("01:25:00"),
        ],
        ["disabled twice, and back"] =
        [
            .. Refusals("01:00:00", "01:05:00"),
            Pump.Connect("01:25:00"),
            .. Refusals("03:00:00", "03:05:00"),
            Pump.Connect("03:25:00"),
        ],
        ["disabled until the end"] = Refusals("01:00:00", "01:05:00"),
        ["two drops"] = Drops(2),
        ["three drops"] = Drops(3),
        ["a drop just before the end"] =
        [
            Pump.Connect("08:20:00"),
            Pump.Lose("08:45:00", 404104, "DeviceConnectionClosedRemotely"),
        ],
        ["a drop without a return"] =
        [
            Pump.Connect("03:20:00"),
            Pump.Lose("03:45:00", 404104, "DeviceConnectionClosedRemotely"),
        ],
        ["a close without a return"] = [Pump.Connect("03:20:00"), Pump.Close("03:45:00")],
    };

    [Fact]
    public void A_table_that_shows_not_all_says_so_in_a_sentence()
    {
        var file = _folder.PathOf("report.md");
        var devices = Enumerable.Range(0, 4).Select(i => new Device($"pump-{i}") { Address = $"192.0.{i}.XXX" });
        var log = _folder.Write(
            "log.json",
            [
                .. devices.SelectMany(
                    (pump, i) =>
                        new[]
                        {
                            pump.Refuse($"0{i + 1}:00:00", 403012, "DeviceDisabled"),
                            pump.Connect($"0{i + 1}:25:00"),
                            pump.Refuse($"0{i + 2}:00:00", 403012, "DeviceDisabled"),
                            pump.Connect($"0{i + 2}:25:00"),
                            pump.Close("09:00:00"),
                        }
                ),
            ]
        );

        _session.Run("Export-DisconnectReport $log $file -Top 1 -Culture en-US", ("log", log), ("file", file)).Clean();

        Assert.Contains(
            "\n3 more are not listed here. The same report as CSV has them all.\n",
            File.ReadAllText(file),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("tokens that expire", 0)]
    [InlineData("disabled, and back", 0)]
    [InlineData("disabled twice, and back", 1)]
    [InlineData("disabled until the end", 1)]
    [InlineData("two drops", 0)]
    [InlineData("three drops", 1)]
    [InlineData("a drop just before the end", 0)]
    [InlineData("a drop without a return", 1)]
    [InlineData("a close without a return", 0)]
    public void A_device_needs_somebody_when_its_trouble_stays_or_returns(string name, int devices)
    {
        var log = _folder.Write("log.json", [.. Cases[name], TinyLog.Edge.Connect("09:00:00")]);

        var report = _session
            .Run("Export-DisconnectReport $log $file -PassThru", ("log", log), ("file", _folder.PathOf("report.html")))
            .Clean()
            .As<DisconnectReport>()
            .Single();

        Assert.Equal(devices, report.AttentionCount);
        Assert.Equal(2, report.DeviceCount);
    }

    [Theory]
    [InlineData("disabled twice, and back", CauseName.DeviceDisabled)]
    [InlineData("three drops", CauseName.NetworkLost)]
    public void Its_cause_is_what_it_needs_somebody_for_not_what_took_longest(string name, CauseName cause)
    {
        var log = _folder.Write(
            "log.json",
            [
                .. Cases[name],
                Pump.Refuse("05:00:00", 403002, "IotHubQuotaExceeded"),
                Pump.Refuse("06:00:00", 403002, "IotHubQuotaExceeded"),
                Pump.Connect("08:00:00"),
                TinyLog.Edge.Connect("09:00:00"),
            ]
        );

        var device = _session.Run("Get-DeviceAttention $log", ("log", log)).As<DeviceAttention>().Single();
        var causes = _session
            .Run("Get-DeviceDisconnect $log | Resolve-DisconnectCause", ("log", log))
            .As<DisconnectCause>();

        Assert.Equal((cause, causes.First(c => c.Cause == cause).Solution), (device.Cause, device.Solution));
    }

    [Fact]
    public void What_it_lost_is_no_more_than_the_time_that_passed()
    {
        var log = _folder.Write(
            "log.json",
            [
                .. Enumerable
                    .Range(0, 20)
                    .SelectMany(i =>
                        new[]
                        {
                            Pump.Connect(Device.At(600 + 10 * i)),
                            Pump.Lose(Device.At(605 + 10 * i), 404104, "DeviceConnectionClosedRemotely"),
                        }
                    ),
                Pump.Connect(Device.At(800)),
                TinyLog.Edge.Connect("09:00:00"),
            ]
        );

        var device = _session.Run("Get-DeviceAttention $log", ("log", log)).As<DeviceAttention>().Single();

        Assert.InRange(device.LostTime, TimeSpan.FromSeconds(190), TimeSpan.FromSeconds(800 - 605 + 60));
    }

    /// <summary>An hour of the hub's is no downtime of a device that drops again and again.</summary>
    [Fact]
    public void Beside_a_cause_stands_its_own_downtime_and_what_devices_are_sorted_by()
    {
        var valve = new Device("valve-01") { Address = "198.51.100.XXX" };
        var log = _folder.Write(
            "log.json",
            [
                .. Drops(3),
                Pump.Refuse("05:00:00", 403002, "IotHubQuotaExceeded"),
                Pump.Connect("06:00:00"),
                valve.Refuse("01:00:00", 403012, "DeviceDisabled"),
                valve.Connect("01:06:00"),
                valve.Refuse("02:00:00", 403012, "DeviceDisabled"),
                valve.Connect("02:01:00"),
                TinyLog.Edge.Connect("09:00:00"),
            ]
        );

        var devices = _session.Run("Get-DeviceAttention $log", ("log", log)).As<DeviceAttention>();
        var table = _session
            .Run("Get-DeviceAttention $log | Out-String -Width 140", ("log", log))
            .As<string>()
            .Single();

        Assert.Equal([CauseName.NetworkLost, CauseName.DeviceDisabled], devices.Select(d => d.Cause));
        Assert.Equal(devices.OrderByDescending(d => d.LostTime), devices);
        var pump = devices[0];
        Assert.Equal(TimeSpan.FromHours(1), pump.TotalDowntime - pump.CauseDowntime);
        Assert.Equal(pump.TotalDowntime, pump.LostTime);
        var (down, lost) = (DurationText.Of(pump.CauseDowntime!.Value), DurationText.Of(pump.LostTime));
        Assert.Matches($"(?m)^pump-01 +Troubled +{down} +- +NetworkLost .* {lost} ", table);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<string> Refusals(params string[] times) =>
        times.Select(at => Pump.Refuse(at, 403012, "DeviceDisabled"));

    private static IEnumerable<string> Drops(int count) =>
        [
            .. new[] { ("00:10:00", "00:27:11"), ("00:41:00", "01:32:07"), ("02:10:00", "02:44:31") }
                .Take(count)
                .SelectMany(session =>
                    new[]
                    {
                        Pump.Connect(session.Item1),
                        Pump.Lose(session.Item2, 404104, "DeviceConnectionClosedRemotely"),
                    }
                ),
            Pump.Connect("03:30:00"),
        ];
}
