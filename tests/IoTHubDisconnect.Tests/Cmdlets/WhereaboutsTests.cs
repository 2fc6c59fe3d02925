using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>Where a device was in a period without disconnects: away or connected, since when and why.</summary>
public sealed class WhereaboutsTests : IDisposable
{
    private static readonly Device Back = new("back");
    private static readonly Device Barred = new("barred");
    private static readonly Device Steady = new("steady");
    private static readonly Device Late = new("late");
    private static readonly Device Lost = new("lost");

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public WhereaboutsTests()
    {
        _folder.Write(
            "log.json",
            [
                Steady.Connect("00:00:00"),
                Back.Connect("00:10:00"),
                Back.Lose("02:00:00", 404104, "DeviceConnectionClosedRemotely"),
                Back.Connect("06:00:00"),
                Barred.Connect("00:10:00"),
                Barred.Close("02:30:00"),
                Barred.Refuse("02:31:00", 403012, "DeviceDisabled"),
                Late.Connect("05:00:00"),
                Late.Close("09:00:00"),
                Lost.Close("01:00:00"),
                Lost.Close("09:00:00"),
                Steady.Connect("10:00:00"),
            ]
        );
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
    }

    [Theory]
    [InlineData(
        "back",
        "03:00",
        "05:00",
        "back was away throughout, since 2026-11-16 02:00:00Z, by 404104 DeviceConnectionClosedRemotely."
    )]
    [InlineData(
        "back",
        "03:00",
        "07:00",
        "back was away until 2026-11-16 06:00:00Z, since 2026-11-16 02:00:00Z, by 404104"
    )]
    [InlineData("back", "07:00", "08:00", "back was connected")]
    [InlineData("back", "00:30", "01:30", "back was connected")]
    [InlineData("barred", "03:00", "20:00", "by an orderly close, and refused by 403012 DeviceDisabled.")]
    [InlineData("steady", "03:00", "04:00", "1 device connected and never disconnected in this log.")]
    [InlineData("late", "04:00", "06:00", "late was connected from 2026-11-16 05:00:00Z on.")]
    [InlineData("late", "06:00", "07:00", "late was connected.")]
    [InlineData("lost", "03:00", "04:00", "Whether lost was connected, the log does not tell.")]
    [InlineData("ba*", "03:00", "04:00", "back was away throughout")]
    [InlineData("ba*", "03:00", "04:00", "barred was away throughout")]
    [InlineData("*", "03:00", "04:00", "back was away throughout")]
    [InlineData("Back", "03:00", "04:00", "Case matters in device ids")]
    [InlineData("Back", "03:00", "04:00", "Who went before 2026-11-16 00:00:00Z, and did not try again, has no row.")]
    [InlineData(
        "back",
        "03:00",
        "04:00",
        "no disconnect of the devices, codes and time asked for.",
        "-ErrorCode 500001"
    )]
    public void It_is_said(string device, string start, string end, string words, string more = "")
    {
        var outcome = _session.Run(
            $"Get-DeviceDisconnect ./log.json -DeviceId {device} {more} "
                + $"-StartTime 2026-11-16T{start}Z -EndTime 2026-11-16T{end}Z"
        );

        Assert.Empty(outcome.Output);
        var said = outcome.Warnings[^1];
        Assert.Contains(words, said);
        Assert.Equal(device == "Back", said.Contains("Case matters", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_many_devices_those_that_were_away_are_named()
    {
        _folder.Write(
            "many.json",
            [
                .. Enumerable.Range(1, 7).SelectMany(i => Gone(new Device($"gone-{i}"))),
                .. Enumerable.Range(1, 3).Select(i => new Device($"steady-{i}").Connect("03:00:00")),
            ]
        );

        var said = _session.Run("Get-DeviceDisconnect ./many.json -StartTime 2026-11-16T02:00Z").Warnings[^1];

        Assert.Contains("gone-5 was away throughout", said);
        Assert.EndsWith("So, too, 2 more devices. None of the other 3 is known to have been.", said);

        static IEnumerable<string> Gone(Device device) => [device.Connect("00:00:00"), device.Close("01:00:00")];
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
