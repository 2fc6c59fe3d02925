using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Report.Tests.Pages;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Figures;

/// <summary>Who is away, for how long, and that page, ticket, CSV and terminal count alike.</summary>
public sealed class AwayTests : IDisposable
{
    private const string Line = "192.0.2.XXX";

    private static readonly Device Lone = new("lone") { Address = "198.51.100.XXX" };
    private static readonly Device Young = new("young") { Address = "203.0.113.XXX" };
    private static readonly Device[] Together =
    [
        .. Enumerable.Range(1, 5).Select(i => new Device($"line-{i}") { Address = Line }),
    ];

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();
    private readonly string _log;

    public AwayTests()
    {
        _log = _folder.Write(
            "log.json",
            [
                .. Gone(Lone, "00:10:00", "02:00:00"),
                .. Together.SelectMany((d, i) => Gone(d, $"00:{20 + i}:00", $"03:00:0{i}")),
                .. Gone(Young, "00:30:00", "09:51:00"),
                TinyLog.Edge.Connect("10:00:00"),
            ]
        );
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
    }

    [Fact]
    public void The_longest_away_comes_first_and_who_may_return_after_all_others()
    {
        var devices = Attention();

        Assert.Equal(
            ["lone", "line-1", "line-2", "line-3", "line-4", "line-5", "young"],
            devices.Select(d => d.DeviceId)
        );
        Assert.Equal(AttentionState.MayReturn, devices[^1].State);
        Assert.All(devices.SkipLast(1), d => Assert.Equal(AttentionState.Away, d.State));
        Assert.Equal(TimeSpan.FromHours(8), devices[0].OpenDowntime);
    }

    [Fact]
    public void Down_is_the_time_since_it_went_whatever_was_before()
    {
        var log = _folder.Write(
            "before.json",
            [
                .. Gone(Lone, "00:10:00", "02:00:00"),
                .. Gone(Lone, "03:00:00", "05:00:00"),
                TinyLog.Edge.Connect("10:00:00"),
            ]
        );

        var row = _session.Run("Get-DeviceAttention $log | Out-String -Width 120", ("log", log)).As<string>().Single();

        Assert.Matches(@"≥ 5 h +\d{4}-\d\d-\d\d 05:00 .* ≥ 6 h", row);
    }

    [Fact]
    public void Who_was_away_before_the_log_is_told_as_such_everywhere()
    {
        var log = _folder.Write(
            "refused.json",
            [
                Lone.Refuse("00:00:10", 401003, "IotHubUnauthorized"),
                Lone.Refuse("00:05:10", 401003, "IotHubUnauthorized"),
                .. Gone(Young, "00:30:00", "05:00:00"),
                TinyLog.Edge.Connect("10:00:00"),
            ]
        );
        string Written(string file)
        {
            _session.Run(
                "Export-DisconnectReport $log $file -Culture en-US",
                ("log", log),
                ("file", _folder.PathOf(file))
            );
            return File.ReadAllText(_folder.PathOf(file));
        }

        var devices = _session.Run("Get-DeviceAttention $log", ("log", log)).As<DeviceAttention>();
        var table = _session.Run("Get-DeviceAttention $log | Out-String", ("log", log)).As<string>().Single();

        Assert.Equal([("lone", true), ("young", false)], devices.Select(d => (d.DeviceId, d.IsAwayLonger)));
        Assert.Matches(@"≤\d{4}-\d\d-\d\d 00:00 ", table);
        Assert.Equal(
            ["IsAwayLonger", "True", "False"],
            Written("all.csv").TrimEnd().Split("\r\n").Select(r => r.Split(',')[^3])
        );
        Assert.Matches(@"≤\s[0-9-]+ 00:00", WebUtility.HtmlDecode(Written("all.html")));
        Assert.Matches(@"≤\s[0-9-]+ 00:00", Written("all.md"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Last 1h")]
    public void Page_ticket_CSV_and_terminal_count_alike(string options)
    {
        var devices = Attention(options);
        var page = new ReportPage(Export("report.html", options));
        var rows = Export("report.csv", options)
            .TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var away = devices.Where(d => d.State == AttentionState.Away).ToArray();

        Assert.Equal(6, away.Length);
        Assert.Equal(6, page.FigureOf("away-count"));
        Assert.Equal(6, rows.Count(r => r.Contains(",Away,", StringComparison.Ordinal)));
        Assert.StartsWith("# 6 of 8 devices are away now.", Export("report.md", options));
        Assert.Equal(7, Sum(page, "data-devices", "away-table"));
        Assert.Equal(devices.Sum(d => d.OpenDowntime!.Value.Ticks), Sum(page, "data-open", "away-table"));
        Assert.Equal(
            devices.Sum(d => (long)Math.Round(d.OpenDowntime!.Value.TotalSeconds)),
            rows.Skip(1).Sum(r => long.Parse(r.Split(',')[10], CultureInfo.InvariantCulture))
        );
        Assert.Equal(
            devices.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Confidence:0.##},{d.WhoActs}")),
            rows.Skip(1).Select(r => string.Join(',', r.Split(',')[^2..]))
        );
    }

    [Fact]
    public void What_goes_together_at_a_site_is_one_row_and_one_card()
    {
        var page = new ReportPage(Export("report.html"));

        Assert.Equal(3, Regex.Count(page.Markup, "<tr data-devices="));
        Assert.Contains("data-devices=\"5\" data-open", page.Markup);
        Assert.Contains(5, page.CardSizes);
        Assert.Contains($"5 devices of site {Line}", Export("report.md"));
    }

    [Fact]
    public void The_page_begins_with_who_is_away_and_has_devices_before_charts()
    {
        var page = Export("report.html");
        string[] order =
        [
            "class=\"headline\"",
            "id=\"away-count\"",
            "id=\"away\"",
            "class=\"card device\"",
            "id=\"timeline\"",
        ];

        Assert.Equal(order, order.OrderBy(part => page.IndexOf(part, StringComparison.Ordinal)));
        Assert.DoesNotContain(order, part => !page.Contains(part, StringComparison.Ordinal));
        Assert.StartsWith("# 6 of 8 devices are away now.\n", Export("report.md"));
    }

    [Theory]
    [InlineData("@{ Site = '192.0.2.*' }", 5, 5)]
    [InlineData("@{ DeviceId = 'line-*'; Hours = '02:00-11:00'; TimeZone = 'UTC' }", 5, 5)]
    [InlineData("@{ DeviceId = 'line-*'; Hours = '02:00-09:00'; TimeZone = 'UTC' }", 0, 5)]
    [InlineData("@{ DeviceId = 'LINE-*' }", 0, 0)]
    [InlineData("@{ DeviceId = 'line-1' }, @{ DeviceId = 'line-2' }", 2, 2)]
    [InlineData("('DeviceId,Hours,TimeZone', 'lone,01:00-12:00,UTC' | ConvertFrom-Csv)", 1, 1)]
    public void Planned_times_are_set_apart_and_counted(string planned, int count, int disconnects)
    {
        var devices = Attention($"-PlannedTime {planned}");
        var report = _session
            .Run($"Export-DisconnectReport ./log.json ./planned.md -Culture en-US -PassThru -PlannedTime {planned}")
            .Clean()
            .As<DisconnectReport>()
            .Single();

        Assert.Equal(7, devices.Length);
        Assert.Equal(count, devices.Count(d => d.State == AttentionState.Planned));
        Assert.Equal((6 - count, (long)disconnects), (report.AwayCount, report.PlannedCount));
        Assert.Equal(
            disconnects > 0,
            File.ReadAllText(_folder.PathOf("planned.md")).Contains("planned time", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("@{ }", "says nothing")]
    [InlineData("@{ Day = 'Someday' }", "Someday")]
    [InlineData("@{ Hours = '22' }", "22:00-06:00")]
    [InlineData("@{ Colour = 'red' }", "Colour")]
    [InlineData("'nights'", "Import-Csv")]
    public void A_planned_time_that_cannot_be_read_says_why(string planned, string why) =>
        Assert.Contains(
            why,
            _session.Run($"Get-DeviceAttention ./log.json -PlannedTime {planned}").TheError.Exception.Message
        );

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static string[] Gone(Device device, string connected, string lost) =>
        [device.Connect(connected), device.Lose(lost, 404104, "DeviceConnectionClosedRemotely")];

    private DeviceAttention[] Attention(string options = "") =>
        _session
            .Run($"Get-DeviceAttention ./log.json {options}")
            .Output.Select(o => (DeviceAttention)o.BaseObject)
            .ToArray();

    private string Export(string file, string options = "")
    {
        _session.Run($"Export-DisconnectReport ./log.json ./{file} -Culture en-US {options}");
        return File.ReadAllText(_folder.PathOf(file));
    }

    private static long Sum(ReportPage page, string attribute, string table) =>
        Regex
            .Matches(
                Regex.Match(page.Markup, $"<table id=\"{table}\".*?</table>", RegexOptions.Singleline).Value,
                $"{attribute}=\"(\\d+)\""
            )
            .Sum(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
}
