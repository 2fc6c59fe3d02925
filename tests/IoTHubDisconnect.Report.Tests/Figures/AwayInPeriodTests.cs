using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Figures;

/// <summary>Who was away for a part of a period, be it from before it or until after, and for how much of it.</summary>
public sealed class AwayInPeriodTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public AwayInPeriodTests()
    {
        _folder.Write(
            "log.json",
            [
                TinyLog.Edge.Connect("00:05:00"),
                .. Away(new Device("back"), "02:00:00", "06:00:00"),
                .. Away(new Device("brief"), "03:59:50", "04:00:05"),
                .. Away(new Device("gone"), "03:00:00", null),
                .. Away(new Device("later"), "08:30:00", "12:00:00"),
                new Device("none").Connect("14:00:00"),
            ]
        );
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
    }

    /// <summary>A period, and each device's state with its time away, lost and over, and its disconnects.</summary>
    [Theory]
    [InlineData("04:00", "08:00", "gone Away 4 4 - 0, back AwayBefore - 2 2 0")]
    [InlineData("03:30", "05:00", "back Away 1.5 1.5 - 0, gone Away 1.5 1.5 - 0")]
    [InlineData("05:00", "05:30", "back Away 0.5 0.5 - 0, gone Away 0.5 0.5 - 0")]
    [InlineData("06:30", "07:00", "gone Away 0.5 0.5 - 0")]
    [InlineData("08:00", "08:45", "gone Away 0.75 0.75 - 0, later MayReturn 0.25 0.25 - 1")]
    [InlineData("08:00", "10:00", "gone Away 2 2 - 0, later Away 1.5 1.5 - 1")]
    [InlineData("09:00", "14:00", "gone Away 5 5 - 0, later AwayBefore - 3 3 0")]
    [InlineData("11:00", "20:00", "gone Away 3 3 - 0, later AwayBefore - 1 1 0")]
    public void Devices_are_told_with_their_time_in_it(string start, string end, string expected)
    {
        var devices = _session
            .Run($"Get-DeviceAttention ./log.json {Period(start, end)}")
            .Clean()
            .As<DeviceAttention>();

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                devices.Select(d =>
                    $"{d.DeviceId} {(d.State == AttentionState.Troubled ? d.Reason : d.State)} {Hours(d.OpenDowntime)} "
                    + $"{Hours(d.LostTime)} {Hours(d.TotalDowntime)} {d.Count}"
                )
            )
        );
    }

    [Theory]
    [InlineData("04:00", "08:00", "# 1 of 6 devices was away at the end of this time. 1 more needs you.")]
    [InlineData("04:00", "08:00", "began: back, until 2026-11-16 06:00 UTC (2 h of this time).")]
    [InlineData("04:00", "08:00", "Most time was lost to NetworkLost (≥ 6 h,")]
    [InlineData("08:00", "08:45", "| later | CONTOSO-EU · 203.0.113.XXX | 2026-11-16 08:30 | ≥ 15 min, may return |")]
    [InlineData("08:00", "08:45", "| Single devices | 1 | 1 | ≥ 15 min |")]
    [InlineData("03:30", "05:00", "3 devices connected and never disconnected.")]
    [InlineData("03:30", "03:45", "# 2 of 6 devices were away at the end of this time.")]
    [InlineData("12:30", "20:00", "# 1 of 6 devices is away now.")]
    [InlineData("08:40", "08:50", "# The one device needs you.", "later", false)]
    [InlineData("08:40", "08:50", "# No device disconnected; 1 was away already, and may return.", "later")]
    public void The_report_forgets_none_and_looks_not_beyond(
        string start,
        string end,
        string words,
        string device = "*",
        bool isThere = true
    )
    {
        _session
            .Run($"Export-DisconnectReport ./log.json ./a.md -Culture en-US -DeviceId {device} {Period(start, end)}")
            .Clean();

        var report = File.ReadAllText(_folder.PathOf("a.md")).Replace('\u00A0', ' ');
        Assert.Equal((isThere, report), (report.Contains(words, StringComparison.Ordinal), report));
    }

    [Fact]
    public void Causes_by_pipeline_are_looked_at_until_its_end()
    {
        var device = _session
            .Run(
                "Get-DeviceDisconnect ./log.json | Resolve-DisconnectCause | "
                    + $"Get-DeviceAttention {Period("08:00", "08:45")}"
            )
            .Clean()
            .As<DeviceAttention>()
            .Single();

        Assert.Equal(
            ("later", AttentionState.MayReturn, TimeSpan.FromMinutes(15)),
            (device.DeviceId, device.State, device.OpenDowntime)
        );
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<string> Away(Device device, string from, string? to)
    {
        yield return device.Connect("00:10:00");
        yield return device.Lose(from, 404104, "DeviceConnectionClosedRemotely");
        if (to is not null)
            yield return device.Connect(to);
    }

    private static string Period(string start, string end) =>
        $"-StartTime 2026-11-16T{start}Z -EndTime 2026-11-16T{end}Z";

    private static string Hours(TimeSpan? span) =>
        span is { } time ? FormattableString.Invariant($"{time.TotalHours}") : "-";
}
