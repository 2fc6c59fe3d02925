using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FleetGenerator;
using IoTHubDisconnect.Report.Tests.Pages;
using IoTHubDisconnect.Reports;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Texts;

/// <summary>Every number of the story is what the causes come to, and what the page's own tables say.</summary>
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
        var outcome = _session.Run("Get-DeviceDisconnect $log | Resolve-DisconnectCause", ("log", log));
        var causes = outcome.As<DisconnectCause>();

        foreach (var culture in new[] { "en-US", "tr-TR" })
        {
            var path = _folder.PathOf($"{culture}.html");
            _session.Run("Export-DisconnectReport $log $path -Culture $culture", ("path", path), ("culture", culture));
            var language = ReportLanguage.Of(CultureInfo.GetCultureInfo(culture));
            CheckStory(new ReportPage(File.ReadAllText(path)), causes, language);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static void CheckStory(ReportPage page, DisconnectCause[] causes, ReportLanguage language)
    {
        var told = Regex
            .Matches(Part(page, "<p class=\"story\">(.*?)</p>"), "<span>(.*?)</span>")
            .Select(line => WebUtility.HtmlDecode(line.Groups[1].Value))
            .Where(line => line != language["story.gaps"]);

        Assert.Equal(Lines(page, causes, language), told);
        Assert.Equal(page.FigureOf("count"), causes.Length);
        Assert.Equal(page.FigureOf("unexpected"), causes.Count(c => !c.IsExpected));
        Assert.Equal(
            causes.GroupBy(c => $"{c.Cause}").Select(g => (g.Key, (long?)g.LongCount())).Order(),
            page.Table("causes-table").Select(row => (row.Key, row.Value[0])).Order()
        );
    }

    private static IEnumerable<string> Lines(ReportPage page, DisconnectCause[] causes, ReportLanguage language)
    {
        var expected = causes.Where(c => c.IsExpected).ToArray();
        var tokens = expected.Count(c => c.Cause is CauseName.SasTokenRenewed or CauseName.SasTokenExpired);
        var share = language.Percent((double)expected.Length / causes.Length);
        var normal = tokens > 0 ? "story.tokens" : "story.expected";
        yield return language.Format(normal, expected.Length, causes.Length, share, tokens);

        var trouble = causes
            .Where(c => !c.IsExpected)
            .GroupBy(c => c.Cause)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => $"{g.Key}", StringComparer.Ordinal)
            .FirstOrDefault();
        if (trouble is not null)
        {
            var summary = language.Catalogue.Find(trouble.Key).Summary;
            var others = causes.Length - expected.Length;
            yield return language.Format("story.trouble", others, $"{trouble.Key}", trouble.Count(), summary);
        }

        var sites = causes
            .Where(c => c is { Scope: DisconnectScope.Site, Disconnect.MaskedIpAddress: not null })
            .DistinctBy(c => (c.HubName, c.Disconnect.MaskedIpAddress))
            .Count();
        if (sites > 0)
            yield return language.Count("story.sites", sites);
        var incidents = Part(page, "<ol class=\"incidents\">(.*?)</ol>").Split("<li>").Length - 1;
        if (incidents > 0)
            yield return language.Count("story.incidents", incidents);
    }

    private static string Part(ReportPage page, string pattern) =>
        Regex.Match(page.Markup, pattern, RegexOptions.Singleline).Groups[1].Value;
}
