namespace IoTHubDisconnect.Reports;

/// <summary>The sites, those with most trouble first.</summary>
internal static class SitesSection
{
    private const int MostRows = 25;

    public static Html Of(ReportContent content, ReportLanguage language)
    {
        if (content.Count == 0)
            return Html.None;
        var sites = InOrder(content);
        return Html.Of(
            $"""
            <p class="about">{language["sites.about"]}</p>
            <div class="card">{Cells.Table(
                language["sites"],
                "sites-table",
                [
                    new(language["site"]),
                    new(language["hub"]),
                    new(language["devices.column"], IsNumber: true),
                    new(language["count"], IsNumber: true),
                    new(language["device.unexpected"], IsNumber: true, HasBar: true),
                    new(language["site.outages"], IsNumber: true),
                    new(language["main.trouble"]),
                    new(language["downtime.total"], IsNumber: true),
                ],
                sites.Take(MostRows).Select(s => Row(s, content, language))
            )}{Cells.Note(sites.Count > MostRows, () => language.Format("sites.more", sites.Count - MostRows))}</div>
            """
        );
    }

    public static IReadOnlyList<DisconnectSummary> InOrder(ReportContent content) =>
        [.. content.Sites.OrderByDescending(s => s.Count - s.ExpectedCount).ThenByDescending(s => s.Count)];

    private static Cells.Row Row(DisconnectSummary site, ReportContent content, ReportLanguage language)
    {
        var trouble = site.Count - site.ExpectedCount;
        var most = Math.Max(1, content.Sites.Max(s => s.Count - s.ExpectedCount));
        return new(
            Html.Of($" data-name=\"{site.Name}\" data-hub=\"{site.HubName ?? ""}\""),
            site.Name == SummaryKey.NotLogged ? Html.Of($"{language["notlogged"]}") : Cells.Id(site.Name),
            [
                Html.Of($"<td>{Cells.Id(HubText.InTable(site.HubName ?? "", language))}</td>"),
                Cells.Number(site.DeviceCount, language),
                Cells.Number(site.Count, language),
                Html.Of(
                    $"{Cells.Number(trouble, language)}<td class=\"bars\">{Shapes.Bar((double)trouble / most)}</td>"
                ),
                Cells.Number(content.Outages.CountAt(site.HubName, site.Name), language),
                Cells.Text(site.MainTrouble?.ToString() ?? language["none"]),
                Cells.Downtime(site.TotalDowntime, site.OpenDowntime, language),
            ]
        );
    }
}
