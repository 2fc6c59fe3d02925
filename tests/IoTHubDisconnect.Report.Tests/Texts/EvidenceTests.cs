using System.Net;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Reports;
using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Texts;

/// <summary>What speaks against a cause is called so, and nothing else.</summary>
public sealed partial class EvidenceTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    public void What_speaks_against_a_cause_is_called_so(string culture)
    {
        var (log, path) = (Repository.PathOf("module/samples/insights-logs-connections"), _folder.PathOf("a.html"));
        var known = _session
            .Run(
                "Export-DisconnectReport $log $path -Culture $culture; "
                    + "Get-DeviceDisconnect $log | Resolve-DisconnectCause -Culture $culture",
                ("log", log),
                ("path", path),
                ("culture", culture)
            )
            .As<DisconnectCause>()
            .SelectMany(c => c.Evidence)
            .ToLookup(e => (e.Name, e.Value), e => e.Weight < 0);
        var against = ReportLanguage.Of(new(culture))["device.against"];

        var shown = Facts()
            .Matches(File.ReadAllText(path))
            .Select(fact => fact.Groups.Values.Select(g => WebUtility.HtmlDecode(g.Value)).ToArray())
            .Select(fact =>
                (Fact: (fact[1], fact[2]), IsAgainst: fact[3].StartsWith(against, StringComparison.Ordinal))
            )
            .ToArray();

        Assert.Contains(shown, fact => fact.IsAgainst);
        Assert.Contains(shown, fact => !fact.IsAgainst);
        Assert.All(shown, fact => Assert.Contains(fact.IsAgainst, known[fact.Fact]));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex("""<dt>([^<]*)</dt><dd>([^<]*?)(?: <span class="quiet">\(([^<]*)\)</span>)?</dd>""")]
    private static partial Regex Facts();
}
