using System.Globalization;
using IoTHubDisconnect.Report.Tests.Pages;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Report.Tests.Figures;

/// <summary>The figures of a report are those of Measure-DisconnectCause.</summary>
[Collection("Browser")]
public sealed class EqualMeasureTests(WrittenReports reports) : IDisposable
{
    private readonly Session _session = new();
    private readonly ReportPage _page = reports.PageOf("english");

    [Fact]
    public void By_cause()
    {
        var sums = Measure("Cause");

        Assert.Equal(sums.Select(s => s.Name), _page.Table("causes-table").Keys);
        Assert.All(
            sums,
            s =>
                Assert.Equal(
                    [s.Count, null, s.DeviceCount, Down(s), s.MedianDowntime?.Ticks],
                    _page.Table("causes-table")[s.Name]
                )
        );
        Assert.Equal(sums.Sum(s => s.Count), _page.FigureOf("count"));
        Assert.Equal(sums.Sum(s => s.Count - s.ExpectedCount), _page.FigureOf("unexpected"));
    }

    [Fact]
    public void By_area()
    {
        var sums = Measure("Area");

        Assert.Equal(sums.Select(s => s.Name).Order(), _page.Table("areas-table").Keys.Order());
        Assert.All(sums, s => Assert.Equal([s.Count, s.DeviceCount, Down(s)], _page.Table("areas-table")[s.Name]));
        Assert.Equal(_page.FigureOf("count"), sums.Sum(s => s.Count));
    }

    [Fact]
    public void By_site() =>
        Assert.All(
            Measure("Site"),
            s =>
                Assert.Equal(
                    [s.DeviceCount, s.Count, s.Count - s.ExpectedCount, Down(s)],
                    Without(_page.Table("sites-table")[s.Name + s.HubName], outages: 3)
                )
        );

    [Fact]
    public void By_SDK() =>
        Assert.All(
            Measure("Sdk"),
            s =>
                Assert.Equal(
                    [s.DeviceCount, s.Count, s.Count - s.ExpectedCount, Down(s)],
                    _page.Table("sdks-table")[s.Name]
                )
        );

    [Fact]
    public void By_hub() => Assert.Equal(Measure("Hub").Sum(s => s.DeviceCount), _page.FigureOf("disconnected"));

    [Fact]
    public void By_device()
    {
        var sums = Measure("Device").ToDictionary(s => s.Name);

        var cards = System.Text.RegularExpressions.Regex.Matches(
            _page.Markup,
            "data-devices=\"1\" aria-labelledby=\"device-\\d+\">\\s*<header><h3 id=\"device-\\d+\">"
                + "<bdi>(.*?)</bdi>.*?data-count=\"(\\d+)\" data-downtime=\"(-?\\d+)\"",
            System.Text.RegularExpressions.RegexOptions.Singleline
        );

        Assert.NotEmpty(cards);
        Assert.All(
            cards,
            c =>
                Assert.Equal(
                    (sums[c.Groups[1].Value].Count, sums[c.Groups[1].Value].TotalDowntime?.Ticks ?? -1),
                    (
                        long.Parse(c.Groups[2].Value, CultureInfo.InvariantCulture),
                        long.Parse(c.Groups[3].Value, CultureInfo.InvariantCulture)
                    )
                )
        );
    }

    [Fact]
    public void By_hour()
    {
        var hours = _page
            .Rows("timeline-table")
            .GroupBy(row => row.Head[..13] + ":00Z")
            .Select(g => (g.Key, g.Sum(row => row.Figures.Skip(1).Sum())))
            .Where(hour => hour.Item2 > 0);

        Assert.Equal(Measure("Hour").Select(s => (s.Name, (long?)s.Count)), hours);
    }

    [Fact]
    public void What_fixes_would_save()
    {
        var saved = Measure("Hub")
            .SelectMany(s => s.Savings)
            .GroupBy(s => s.Fix)
            .ToDictionary(g => $"{g.Key}", g => g.Sum(s => s.Count));

        Assert.Equal(saved.Keys.Order(), _page.Table("savings-table").Keys.Order());
        // Each hub's estimate is rounded by itself.
        Assert.All(saved, s => Assert.InRange(_page.Table("savings-table")[s.Key][0]!.Value, s.Value - 1, s.Value + 1));
    }

    [Theory]
    [InlineData("Time")]
    [InlineData("DeviceId")]
    public void Causes_by_pipeline_in_any_order_make_the_same_figures(string order)
    {
        var path = Path.GetTempFileName();
        var causes = _session
            .Run("Get-DeviceDisconnect $log | Resolve-DisconnectCause", ("log", WrittenReports.Samples))
            .Clean()
            .As<DisconnectCause>();
        var sorted = causes
            .OrderBy(c => order == "Time" ? c.Time.ToString("o") : c.DeviceId)
            .ThenBy(c => c.Time)
            .ToArray();

        _session
            .Run(
                "$causes | Export-DisconnectReport -FilePath $path -Format Html -Culture en-US",
                ("causes", sorted),
                ("path", path)
            )
            .Clean();

        Assert.Equal(
            Until(_page.Markup, "<section id=\"unknown\""),
            Until(File.ReadAllText(path), "<section id=\"unknown\"")
        );
        File.Delete(path);
    }

    public void Dispose() => _session.Dispose();

    private DisconnectSummary[] Measure(string by) =>
        _session
            .Run("Measure-DisconnectCause $log -By $by", ("log", WrittenReports.Samples), ("by", by))
            .Clean()
            .As<DisconnectSummary>();

    /// <summary>What is over and what goes on.</summary>
    private static long? Down(DisconnectSummary sum) =>
        sum.OpenDowntime is { } open
            ? sum.TotalDowntime.GetValueOrDefault().Ticks + open.Ticks
            : sum.TotalDowntime?.Ticks;

    private static string Until(string text, string mark) => text[..text.IndexOf(mark, StringComparison.Ordinal)];

    private static IEnumerable<long?> Without(long?[] figures, int outages) => figures.Where((_, i) => i != outages);
}
