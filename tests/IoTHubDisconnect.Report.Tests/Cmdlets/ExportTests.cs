using IoTHubDisconnect.Report.Tests.Pages;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Cmdlets;

public sealed class ExportTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();
    private readonly string _log;

    public ExportTests()
    {
        _log = _folder.Write("log.json", TinyLog.Rows);
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
    }

    [Theory]
    [InlineData("Export-DisconnectReport ./log.json ./report.html")]
    [InlineData("Export-DisconnectReport -Path ./log.json -FilePath ./report.html")]
    [InlineData("Export-DisconnectReport -LiteralPath ./log.json ./report.html")]
    [InlineData("Get-DeviceDisconnect ./log.json | Resolve-DisconnectCause | Export-DisconnectReport ./report.html")]
    [InlineData(
        "Get-DeviceDisconnect ./log.json | Resolve-DisconnectCause | Export-DisconnectReport -Path ./report.html"
    )]
    [InlineData("Get-DeviceDisconnect ./log.json | Export-DisconnectReport -FilePath ./report.html")]
    [InlineData("[IO.FileInfo]::new(\"$PWD/log.json\") | Export-DisconnectReport -FilePath ./report.html")]
    [InlineData("Export-DisconnectReport -InputObject (Get-DeviceDisconnect ./log.json) -FilePath ./report.html")]
    public void Whatever_way_it_is_called_it_writes_the_report_and_says_nothing(string script)
    {
        Assert.Empty(_session.Run(script).Clean().Output);

        Assert.Contains("of 4 devices", Read("report.html"));
    }

    [Theory]
    [InlineData("report.html", "", "<!DOCTYPE html>")]
    [InlineData("report", "", "<!DOCTYPE html>")]
    [InlineData("report.md", "", "# ")]
    [InlineData("report.CSV", "", "HubName,")]
    [InlineData("report.txt", "-Format Markdown", "# ")]
    [InlineData("report.md", "-Format Html", "<!DOCTYPE html>")]
    public void The_form_goes_by_what_is_said_or_else_by_the_name(string file, string options, string begin)
    {
        _session.Run($"Export-DisconnectReport ./log.json ./{file} {options}").Clean();

        Assert.StartsWith(begin, Read(file));
    }

    [Fact]
    public void PassThru_tells_where_it_is_and_what_it_comes_to()
    {
        var report = Assert.Single(
            _session
                .Run("Export-DisconnectReport ./log.json ./report.html -Title 'Night shift' -Culture en-US -PassThru")
                .Clean()
                .As<DisconnectReport>()
        );
        var sums = _session.Run("Measure-DisconnectCause ./log.json").Clean().As<DisconnectSummary>();

        Assert.Equal(
            (_folder.PathOf("report.html"), DisconnectReportFormat.Html, "Night shift"),
            (report.FullName, report.Format, report.Title)
        );
        Assert.Equal(
            (sums.Sum(s => s.Count), sums.Sum(s => s.ExpectedCount), 4),
            (report.Count, report.ExpectedCount, report.DeviceCount)
        );
        Assert.Contains(report.Headline, Read("report.html"));
        Assert.Contains("<h1>Night shift</h1>", Read("report.html"));
    }

    [Theory]
    [InlineData("tr-TR", "lang=\"tr\"", "ilginizi gerektiriyor")]
    [InlineData("de-DE", "lang=\"en\"", "needs you")]
    public void It_speaks_the_language_asked_for_or_else_English(string culture, string language, string words)
    {
        _session
            .Run(
                "Export-DisconnectReport $log ./report.html -Culture $culture",
                ("log", WrittenReports.Samples),
                ("culture", culture)
            )
            .Clean();

        Assert.Contains(language, Read("report.html"));
        Assert.Contains(words.Replace("needs", "need", StringComparison.Ordinal), Read("report.html"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(100, 9)]
    public void Top_says_how_many_outages_and_devices_are_shown_in_full(int top, int cards)
    {
        var report = _session
            .Run(
                "Export-DisconnectReport $log ./report.html -Top $top -PassThru",
                ("log", WrittenReports.Samples),
                ("top", top)
            )
            .Clean()
            .As<DisconnectReport>()
            .Single();

        Assert.Equal(9, report.AttentionCount);
        var page = new ReportPage(Read("report.html"));
        Assert.Equal(cards, page.CardSizes.Count);
        Assert.Equal(report.AttentionCount - page.CardSizes.Sum(), page.Rows("devices-table").Count());
    }

    [Fact]
    public void The_period_and_the_devices_asked_for_are_those_reported()
    {
        var report = _session
            .Run(
                "Export-DisconnectReport $log ./report.html -Last 4h -DeviceId 'izmir-*' -PassThru",
                ("log", WrittenReports.Samples)
            )
            .Clean()
            .As<DisconnectReport>()
            .Single();
        var sums = _session
            .Run("Measure-DisconnectCause $log -Last 4h -DeviceId 'izmir-*'", ("log", WrittenReports.Samples))
            .Clean()
            .As<DisconnectSummary>();

        Assert.Equal(sums.Sum(s => s.Count), report.Count);
        Assert.Equal(TimeSpan.FromHours(4), report.End - report.Start);
    }

    [Theory]
    [InlineData("Export-DisconnectReport ./log.json ./missing/report.html", "FolderNotFound")]
    [InlineData("Export-DisconnectReport ./log.json .", "ReportIsFolder")]
    [InlineData("Export-DisconnectReport ./log.json Variable:report", "ReportNotOnFileSystem")]
    [InlineData("Get-DeviceDisconnect ./log.json | Export-DisconnectReport", "NoReportFile")]
    public void What_is_wrong_with_the_file_is_said_with_what_to_do(string script, string id)
    {
        var error = _session.Run(script).TheError;

        Assert.StartsWith(id, error.FullyQualifiedErrorId);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("./report.pdf", 1)]
    [InlineData("./report", 0)]
    [InlineData("./report.pdf -Format Html", 0)]
    [InlineData("./report.HTM", 0)]
    [InlineData("./report.MD", 0)]
    public void A_name_that_tells_of_another_form_is_remarked_upon(string file, int warnings) =>
        Assert.Equal(
            warnings,
            _session.Run($"Export-DisconnectReport $log {file}", ("log", WrittenReports.Samples)).Warnings.Count
        );

    [Fact]
    public void WhatIf_writes_nothing()
    {
        _session.Run("Export-DisconnectReport ./log.json ./report.html -WhatIf");

        Assert.False(File.Exists(_folder.PathOf("report.html")));
    }

    [Fact]
    public void Parts_of_the_log_that_could_not_be_read_are_in_the_report()
    {
        _folder.Write("log.json", [.. TinyLog.Rows, "{ \"time\": \"<b>never</b>\", broken"]);

        var outcome = _session.Run("Export-DisconnectReport ./log.json ./report.html -Culture en-US");

        Assert.Single(outcome.Warnings);
        Assert.Contains("1 part of the log could not be read", Read("report.html"));
        Assert.DoesNotContain("<b>never", Read("report.html"));
    }

    [Fact]
    public void An_empty_log_is_no_proof_of_quiet()
    {
        _folder.Write("none.json", "{\"records\":[]}");

        _session.Run("Export-DisconnectReport ./none.json ./report.html -Culture en-US");

        Assert.Contains("That is no proof of quiet", Read("report.html"));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private string Read(string file) => File.ReadAllText(_folder.PathOf(file));
}
