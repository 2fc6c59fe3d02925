using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FleetGenerator;
using IoTHubDisconnect.Report.Tests.Pages;
using IoTHubDisconnect.Reports;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Texts;

/// <summary>Every number of the story is what the causes, or the page's own tables, come to.</summary>
public sealed class StoryTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public static TheoryData<string> Presets => [.. FleetPresets.All.Keys];

    [Theory]
    [MemberData(nameof(Presets))]
    public void Its_numbers_add_up_in_every_language(string preset)
    {
        var log = _folder.PathOf("logs");
        Fleet.Simulate(FleetPresets.All[preset](5) with { Devices = 60, Hours = 24 }).WriteLogs(log);
        var causes = _session.Run("Get-DeviceDisconnect $log | Resolve-DisconnectCause", ("log", log)).As<DisconnectCause>();

        foreach (var culture in new[] { "en-US", "tr-TR" })
        {
            var path = _folder.PathOf($"{culture}.html");
            _session.Run("Export-DisconnectReport $log $path -Culture $culture", ("log", log), ("path", path), ("culture", culture));
            CheckStory(new ReportPage(File.ReadAllText(path)), causes, ReportLanguage.Of(CultureInfo.GetCultureInfo(culture)));
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static void CheckStory(ReportPage page, DisconnectCause[] causes, ReportLanguage language)
    {
        var told = Regex.Matches(Regex.Match(page.Markup, "<p class=\"story\">(.*?)</p>", RegexOptions.Singleline).Groups[1].Value, "<span>(.*?)</span>", RegexOptions.Singleline)
            .Select(line => WebUtility.HtmlDecode(line.Groups[1].Value)).Where(line => line != language["story.gaps"]);

        Assert.Equal(Expected(page, causes, language), told);
        Assert.Equal(page.FigureOf("count"), causes.Length);
        Assert.Equal(page.FigureOf("unexpected"), causes.Count(c => !c.IsExpected));
        Assert.Equal(page.FigureOf("count"), page.Table("causes-table").Values.Sum(row => row[0]));
    }

    private static IEnumerable<string> Expected(ReportPage page, DisconnectCause[] causes, ReportLanguage language)
    {
        var expected = causes.Where(c => c.IsExpected).ToArray();
        var tokens = expected.Count(c => c.Cause is CauseName.SasTokenRenewed or CauseName.SasTokenExpired);
        yield return language.Format(tokens > 0 ? "story.tokens" : "story.expected", expected.Length, causes.Length, language.Percent((double)expected.Length / causes.Length), tokens);

        var others = causes.Where(c => !c.IsExpected).GroupBy(c => $"{c.Cause}").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (others.Length > 0)
        {
            var row = page.Table("causes-table")[others[0].Key];
            Assert.Equal(others[0].Count(), row[0]);
            yield return language.Format("story.trouble", causes.Length - expected.Length, others[0].Key, others[0].Count(), language.Catalogue.Find(others[0].First().Cause).Summary);
        }

        var sites = causes.Where(c => c is { Scope: DisconnectScope.Site, Disconnect.MaskedIpAddress: not null }).DistinctBy(c => (c.HubName, c.Disconnect.MaskedIpAddress)).Count();
        if (sites > 0) yield return language.Count("story.sites", sites);
        var incidents = Regex.Match(page.Markup, "<ol class=\"incidents\">(.*?)</ol>", RegexOptions.Singleline).Groups[1].Value.Split("<li>").Length - 1;
        if (incidents > 0) yield return language.Count("story.incidents", incidents);
    }
}
