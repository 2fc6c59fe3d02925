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
        var trouble = _session
            .Run("$causes | Where-Object { -not $_.IsExpected } | Measure-DisconnectCause", ("causes", causes))
            .As<DisconnectSummary>();

        foreach (var culture in new[] { "en-US", "tr-TR" })
        {
            var path = _folder.PathOf($"{culture}.html");
            _session.Run("Export-DisconnectReport $log $path -Culture $culture", ("path", path), ("culture", culture));
            var language = ReportLanguage.Of(CultureInfo.GetCultureInfo(culture));
            var devices = _session
                .Run("Get-DeviceAttention $log -Culture $culture", ("log", log), ("culture", culture))
                .As<DeviceAttention>();
            CheckStory(new ReportPage(File.ReadAllText(path)), causes, trouble, devices, language);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static void CheckStory(
        ReportPage page,
        DisconnectCause[] causes,
        DisconnectSummary[] trouble,
        DeviceAttention[] devices,
        ReportLanguage language
    )
    {
        var told = Regex
            .Matches(Part(page, "<p class=\"story\">(.*?)</p>"), "<span.*?>(.*?)</span>")
            .Select(line => WebUtility.HtmlDecode(line.Groups[1].Value))
            .ToArray();

        Assert.All(Lines(page, causes, trouble, language), line => Assert.Contains(line, told));
        var first = told.SingleOrDefault(line =>
            line.StartsWith(Begin(language["story.first"]), StringComparison.Ordinal)
        );
        Assert.Equal(devices.Any(d => d.Reason.Count > 0), first is not null);
        if (first is not null)
            Assert.Contains(
                devices.Where(d => d.Reason.Count > 0),
                d =>
                    first.Contains($"({d.Cause}, ", StringComparison.Ordinal)
                    && first.Contains(d.Solution.Split('\n')[0], StringComparison.Ordinal)
                    && first.Contains(language[$"who.{d.WhoActs}"], StringComparison.Ordinal)
            );
        Assert.Equal(page.FigureOf("count"), causes.Length);
        Assert.Equal(page.FigureOf("unexpected"), causes.Count(c => !c.IsExpected));
        Assert.Equal(page.FigureOf("away-count"), devices.Count(d => d.State == AttentionState.Away));
        Assert.Equal(page.FigureOf("attention-count"), devices.Count(d => d.Reason.Count > 0));
        Assert.Equal(
            causes.GroupBy(c => $"{c.Cause}").Select(g => (g.Key, (long?)g.LongCount())).Order(),
            page.Table("causes-table").Select(row => (row.Key, row.Value[0])).Order()
        );
    }

    private static IEnumerable<string> Lines(
        ReportPage page,
        DisconnectCause[] causes,
        DisconnectSummary[] trouble,
        ReportLanguage language
    )
    {
        if (trouble.MaxBy(t => t.TotalDowntime.GetValueOrDefault() + t.OpenDowntime.GetValueOrDefault()) is { } most)
            yield return language.Format(
                "story.trouble",
                most.Name,
                language.Downtime(most.TotalDowntime, most.OpenDowntime),
                language.Catalogue.Find(most.Cause!.Value).Summary
            );

        var expected = causes.Where(c => c.IsExpected).ToArray();
        var tokens = expected.Count(c => c.Cause is CauseName.SasTokenRenewed or CauseName.SasTokenExpired);
        var share = language.Percent((double)expected.Length / causes.Length);
        var normal = tokens > 0 ? "story.tokens" : "story.expected";
        yield return language.Count(normal, causes.Length, expected.Length, share, tokens);

        var sites = causes
            .Where(c => c is { Scope: DisconnectScope.Site, Disconnect.MaskedIpAddress: not null })
            .DistinctBy(c => (c.HubName, c.Disconnect.MaskedIpAddress))
            .Count();
        if (sites > 0)
            yield return language.Count("story.sites", sites);
        var incidents = Regex.Count(page.Markup, "<li>[^<]* UTC, ");
        if (incidents > 0 && !page.Markup.Contains(language["incident.on"], StringComparison.Ordinal))
            yield return language.Count("story.incidents", incidents);
    }

    private static string Begin(string text) => text[..text.IndexOf('{', StringComparison.Ordinal)];

    private static string Part(ReportPage page, string pattern) =>
        Regex.Match(page.Markup, pattern, RegexOptions.Singleline).Groups[1].Value;
}
