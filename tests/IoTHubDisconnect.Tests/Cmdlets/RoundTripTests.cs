using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>What causes come to is the same when they come back from a file.</summary>
public sealed class RoundTripTests : IClassFixture<FleetLogs>, IDisposable
{
    private readonly Session _session = new();
    private readonly LogFolder _folder = new();
    private readonly string _log;

    public RoundTripTests(FleetLogs logs) => _log = logs.Path;

    /// <summary>But for how well the log was kept, which is the log's and not of its disconnects.</summary>
    [Fact]
    public void Sums_attention_and_report_are_equal() =>
        Compare(
            _log,
            [
                .. Enum.GetNames<DisconnectGrouping>().Select(by => $"Measure-DisconnectCause -By {by}"),
                "Get-DeviceAttention",
                $"Export-DisconnectReport {_folder.PathOf("a.md")}; "
                    + $"Get-Content {_folder.PathOf("a.md")} | "
                    + "Where-Object { $_ -notmatch '^Made |^- The log covers' }",
            ]
        );

    /// <summary>The hub's quota kept it out, and a token's end that was refused once did not.</summary>
    [Fact]
    public void What_kept_a_device_out_is_equal()
    {
        var press = TinyLog.Press;
        var log = _folder.Write(
            "quota.json",
            [
                .. TinyLog.Expiries(press, 9),
                press.Lose(Device.At(40000), 404104, "DeviceConnectionClosedRemotely"),
                press.Refuse(Device.At(40001), 401003, "IotHubUnauthorized"),
                .. Enumerable
                    .Range(1, 15)
                    .Select(i => press.Refuse(Device.At(40000 + 60 * i), 403002, "IoTHubQuotaExceeded")),
                press.Connect(Device.At(41000)),
            ]
        );

        Compare(log, "Measure-DisconnectCause -By Area", "Measure-DisconnectCause -By Device");
    }

    [Fact]
    public void Who_is_away_is_equal_without_connects()
    {
        var log = _folder.Write(
            "ends.json",
            [
                .. Ends("gone", "00:10:00", "00:20:00", "00:30:00", "00:40:00"),
                .. Ends("quiet", "01:00:00", "02:10:00", "03:00:00", "05:00:00"),
                .. Ends("other", "06:00:00"),
            ]
        );

        Compare(log, "Measure-DisconnectCause -By Device", "Get-DeviceAttention");

        static IEnumerable<string> Ends(string device, params string[] times) =>
            times.Select(time =>
                new Device(device) { UsesCertificate = true }.Lose(time, 404104, "DeviceConnectionClosedRemotely")
            );
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private void Compare(string log, params string[] commands)
    {
        _session.Run(
            "$causes = Get-DeviceDisconnect $log -WarningAction Ignore | Resolve-DisconnectCause; "
                + "$causes | Export-Clixml $file; $back = Import-Clixml $file",
            ("log", log),
            ("file", _folder.PathOf("causes.clixml"))
        );
        Assert.All(
            commands,
            command =>
            {
                var live = Answer("causes", command);
                Assert.NotEmpty(live);
                Assert.Equal(live, Answer("back", command));
            }
        );
    }

    private string[] Answer(string source, string command) =>
        _session
            .Run($"& {{ ${source} | {command} }} | ConvertTo-Json -Depth 3 -WarningAction Ignore")
            .Clean()
            .As<string>()
            .SelectMany(text => text.Split('\n'))
            .ToArray();
}
