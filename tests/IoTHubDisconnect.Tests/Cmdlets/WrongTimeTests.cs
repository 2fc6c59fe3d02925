using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>Rows whose time cannot be, and times that add up to more than can be.</summary>
public sealed class WrongTimeTests : IDisposable
{
    private static readonly Device Odd = new("odd") { Address = "192.0.2.XXX" };

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public static TheoryData<string> Scripts =>
        new(
            "Get-DeviceDisconnect $log",
            "Get-DeviceDisconnect $log | Resolve-DisconnectCause",
            "Measure-DisconnectCause $log",
            "Measure-DisconnectCause $log -By Device",
            "Measure-DisconnectCause $log -By Hour",
            "Compare-DisconnectCause $log",
            "Export-DisconnectReport $log $file; (Get-Content $file) -notmatch 'IoTHubDisconnect \\d|years away from'",
            "Get-DeviceDisconnect $log | Resolve-DisconnectCause | New-DisconnectAlertRule -Path ($file + "
                + "'.bicep') -Force -WarningAction Ignore"
        );

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_row_years_away_from_all_others_changes_nothing(string script)
    {
        var rows = TinyLog.Rows.ToArray();
        var asIs = Show(script, _folder.Write("a/log.json", rows)).Clean();
        var withOdd = Show(
            script,
            _folder.Write(
                "b/log.json",
                [
                    AtYear(Odd.Lose("00:00:00", 404104, "X"), "0001"),
                    .. rows,
                    AtYear(Odd.Lose("00:00:00", 404104, "X"), "9999"),
                ]
            )
        );

        Assert.Null(withOdd.Thrown);
        Assert.Empty(withOdd.Errors);
        Assert.Contains("0001-11-16", Assert.Single(withOdd.Warnings));
        Assert.Equal(TextOf(asIs), TextOf(withOdd));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Downtimes_of_more_years_than_a_time_span_holds_are_told_as_more(string script)
    {
        var rows = Enumerable
            .Range(0, 6)
            .Select(i => new Device($"d{i}"))
            .SelectMany(d =>
                new[] { d.Lose("00:00:00", 404104, "DeviceConnectionClosedRemotely"), d.Connect("2900000.00:00:00") }
            );

        var outcome = Show(script, _folder.Write("log.json", rows));

        Assert.Null(outcome.Thrown);
        Assert.Empty(outcome.Errors);
        Assert.DoesNotContain("-10675199", TextOf(outcome));
        foreach (var sum in outcome.Output.Select(o => o.BaseObject).OfType<DisconnectSummary>())
            Assert.Equal(sum.DeviceCount == 1 ? TimeSpan.FromDays(2900000) : TimeSpan.MaxValue, sum.TotalDowntime);
        if (script.StartsWith("Export", StringComparison.Ordinal))
            Assert.Contains("&gt; 29,247 y", TextOf(outcome));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private Outcome Show(string script, string log) =>
        _session.Run(script, ("log", log), ("file", _folder.PathOf("report.md")));

    private static string AtYear(string row, string year) =>
        row.Replace("\"time\":\"2026", $"\"time\":\"{year}", StringComparison.Ordinal);

    private string TextOf(Outcome outcome) =>
        string.Concat(_session.Run("$rows | Out-String -Width 300", ("rows", outcome.Output)).Output);
}
