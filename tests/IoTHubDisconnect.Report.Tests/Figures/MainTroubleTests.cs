using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Figures;

/// <summary>What a device needs somebody for, where its last row is not that or is a guess.</summary>
public sealed class MainTroubleTests : IDisposable
{
    private static readonly Device Pump = new("pump-01") { Address = "192.0.2.XXX" };

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    /// <summary>The last row alone says little of a device that has been gone for minutes.</summary>
    [Fact]
    public void It_is_not_a_drop_just_before_the_end()
    {
        var log = _folder.Write(
            "log.json",
            [
                Pump.Refuse("01:00:00", 403012, "DeviceDisabled"),
                Pump.Connect("01:25:00"),
                Pump.Refuse("03:00:00", 403012, "DeviceDisabled"),
                Pump.Connect("03:25:00"),
                Lose("08:45:00"),
                TinyLog.Edge.Connect("09:00:00"),
            ]
        );
        var file = _folder.PathOf("report.md");
        _session.Run("Export-DisconnectReport $log $file -Culture en-US", ("log", log), ("file", file)).Clean();

        var (device, causes) = Judge(log);

        Assert.Equal(
            (AttentionState.MayReturn, CauseName.DeviceDisabled, ResponsibleParty.HubOwner),
            (device.State, device.Cause, device.WhoActs)
        );
        Assert.Equal(
            causes.Where(c => c.Cause == CauseName.DeviceDisabled).Average(c => c.Confidence),
            device.Confidence,
            0.001
        );
        Assert.Matches(
            $@"(?m)^\| pump-01 \|.* {causes[^1].Cause}, {causes[^1].Confidence * 100:0} % sure \|$",
            File.ReadAllText(file)
        );
    }

    [Theory]
    [InlineData("09:00:00", CauseName.NetworkLost)]
    [InlineData("15:00:00", CauseName.ConnectionReset)]
    public void A_guess_at_what_keeps_it_away_stands_where_it_cost_most(string end, CauseName cause)
    {
        var log = _folder.Write(
            "log.json",
            [
                Pump.Connect("00:10:00"),
                Lose("00:27:11"),
                Pump.Connect("01:41:00"),
                Lose("02:32:07"),
                Pump.Connect("03:50:00"),
                Lose("04:44:31"),
                Pump.Connect("08:10:00"),
                Lose("08:10:20"),
                TinyLog.Edge.Connect(end),
            ]
        );

        var (device, causes) = Judge(log);

        Assert.InRange(causes[^1].Confidence, 0, 0.5);
        Assert.Equal((AttentionState.Away, cause), (device.State, device.Cause));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static string Lose(string at) => Pump.Lose(at, 404104, "DeviceConnectionClosedRemotely");

    private (DeviceAttention, DisconnectCause[]) Judge(string log) =>
        (
            _session.Run("Get-DeviceAttention $log", ("log", log)).As<DeviceAttention>().Single(),
            _session.Run("Get-DeviceDisconnect $log | Resolve-DisconnectCause", ("log", log)).As<DisconnectCause>()
        );
}
