using System.Text.RegularExpressions;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Texts;

/// <summary>A log that names no hub, as a query that projects few columns gives.</summary>
public sealed partial class UnnamedHubTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Theory]
    [InlineData("en-US", "md", "Disconnects of a hub that the log does not name", "2 devices of a hub that")]
    [InlineData("en-US", "html", "Disconnects of a hub that the log does not name", "2 devices of a hub that")]
    [InlineData("tr-TR", "md", "kopmaları: günlükte adı geçmeyen bir hub", "adı geçmeyen bir hub'ın 2 cihazı")]
    public void The_report_says_so(string culture, string format, string title, string group)
    {
        var text = Report(
            [
                .. TinyLog.Expiries(TinyLog.Press, 4),
                .. new[] { "meter-1", "meter-2" }.Select(id =>
                    new Device(id).Refuse("00:10:00", 401003, "Unauthorized")
                ),
            ],
            culture,
            format
        );

        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains(group, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"devices of\s*[:<|]|says of\s*:| of ,", text);
    }

    [Fact]
    public void One_disconnect_is_told_in_the_singular()
    {
        var text = Report([.. TinyLog.Expiries(TinyLog.Press, 1)], "en-US", "md");

        Assert.Contains("The one disconnect belongs to normal operation: ", text, StringComparison.Ordinal);
        Assert.Contains("| 1 renewal or expiry of a token ", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b1 [a-z]+s\b", text);
    }

    [Fact]
    public void Groups_and_warnings_say_so()
    {
        var log = Write(TinyLog.Rows);

        var groups = _session.Run("Measure-DisconnectCause $log -By Hub", ("log", log)).As<DisconnectSummary>();
        var none = _session.Run("Get-DeviceDisconnect $log -DeviceId nobody", ("log", log));

        Assert.Equal("(not logged)", Assert.Single(groups).Name);
        Assert.Contains("It names no hub. ", Assert.Single(none.Warnings), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private string Report(IEnumerable<string> rows, string culture, string format)
    {
        var report = _folder.PathOf($"report.{format}");
        _session
            .Run(
                "Export-DisconnectReport $log $report -Culture $culture",
                ("log", Write(rows)),
                ("report", report),
                ("culture", culture)
            )
            .Clean();
        return File.ReadAllText(report);
    }

    private string Write(IEnumerable<string> rows) =>
        _folder.Write("log.json", rows.Select(row => HubOfRow().Replace(row, "")));

    [GeneratedRegex("\"resourceId\":\"[^\"]*\",")]
    private static partial Regex HubOfRow();
}
