using System.Text.RegularExpressions;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Figures;

/// <summary>What a hub's incidents were, when devices went and were back, and whether they are over.</summary>
public sealed class IncidentTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Fact]
    public void Two_troubles_of_one_time_are_two_incidents() =>
        Assert.Equal(
            [
                "03:06 to 03:07 UTC, CONTOSO-EU: HubFailover, 4 disconnects in this time, "
                    + "the last device back at 03:20 (over)",
                "03:00 to 03:04 UTC, CONTOSO-EU: QuotaExceeded, 4 disconnects in this time, "
                    + "the last device back at 03:50 (over)",
            ],
            Incidents([
                .. Devices("quota", 4)
                    .SelectMany((d, i) => Refused(d, 403002, "IotHubQuotaExceeded", $"03:0{i}:10", $"03:{47 + i}:00")),
                .. Devices("moved", 4)
                    .SelectMany((d, i) => Refused(d, 404012, "IotHubFailingOver", $"03:06:{10 + i}", "03:20:00")),
            ])
        );

    /// <summary>What keeps a few away after all others are back is not the hub.</summary>
    [Theory]
    [InlineData(1, ", the last device back at 03:20 (over)")]
    [InlineData(2, ", the last device back at 03:20 (over)")]
    [InlineData(3, " (goes on)")]
    public void An_incident_is_over_when_few_are_still_away(int away, string end) =>
        Assert.EndsWith(
            end,
            Incidents([
                    .. Devices("device", 8)
                        .SelectMany(
                            (d, i) =>
                                Refused(d, 500001, "ServerError", $"03:00:{10 + i}", "03:20:00")
                                    .SkipLast(i < away ? 1 : 0)
                        ),
                ])
                .Single()
        );

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<Device> Devices(string name, int count) =>
        Enumerable.Range(1, count).Select(i => new Device($"{name}-{i}") { Address = $"{name.Length}.51.{i}.XXX" });

    private static string[] Refused(Device device, int code, string name, string from, string back) =>
        [device.Refuse(from, code, name), device.Connect(back)];

    private string[] Incidents(IEnumerable<string> rows)
    {
        var log = _folder.Write("log.json", rows.Append(TinyLog.Edge.Connect("10:00:00")));
        var report = _folder.PathOf("report.md");
        _session.Run("Export-DisconnectReport $log $report -Culture en-US", ("log", log), ("report", report)).Clean();
        return
        [
            .. Regex
                .Matches(File.ReadAllText(report), "^- 2026-11-16 (.* UTC, .*)$", RegexOptions.Multiline)
                .Select(line => line.Groups[1].Value),
        ];
    }
}
