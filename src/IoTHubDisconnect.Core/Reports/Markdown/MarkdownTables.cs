namespace IoTHubDisconnect.Reports;

/// <summary>The tables of a report as Markdown.</summary>
internal static class MarkdownTables
{
    private const int MostRows = 15;

    public static MarkdownText Devices(ReportContent content, ReportLanguage language)
    {
        var rest = content.AttentionCount - content.Top;
        return MarkdownText.Of(
            $"""
            {Table([language["device"], language["hub"], language["device.trouble"], language["count"], language["device.unexpected"], language["downtime.total"], language["device.last"]],
                content.Attention.Take(content.Top), d => [d.Name, d.Hub.HubName, $"{d.MainTrouble}", language.Number(d.Count), language.Number(d.Count - d.ExpectedCount), language.Duration(d.TotalDowntime),
                    DevicesSection.LastOf(d, language)])}{(rest > 0 ? MarkdownText.Of($"\n{language.Count("attention.more", rest)}\n") : new MarkdownText(""))}
            """
        );
    }

    public static MarkdownText Causes(ReportContent content, ReportLanguage language) =>
        Table(
            [
                language["cause"],
                language["count"],
                language["share"],
                language["devices.column"],
                language["downtime.total"],
                language["downtime.median"],
                language["expected"],
            ],
            content.Causes,
            c =>
                [
                    c.Name,
                    language.Number(c.Count),
                    language.Percent(c.Share),
                    language.Number(c.DeviceCount),
                    language.Duration(c.TotalDowntime),
                    language.Duration(c.MedianDowntime),
                    CausesSection.ExpectationOf(c, language),
                ]
        );

    public static MarkdownText Savings(ReportContent content, ReportLanguage language) =>
        Table(
            [language["fix"], language["saved"], language["share"], language["basis"]],
            content.Savings,
            s =>
                [
                    language[$"fix.{s.Fix}"],
                    language.Number(s.Count),
                    language.Percent(s.Share),
                    SavingsSection.BasisOf(s, language),
                ]
        );

    public static MarkdownText Sites(ReportContent content, ReportLanguage language) =>
        Table(
            [
                language["site"],
                language["hub"],
                language["devices.column"],
                language["count"],
                language["device.unexpected"],
                language["site.outages"],
                language["main.cause"],
            ],
            SitesSection.InOrder(content).Take(MostRows),
            s =>
                [
                    s.Name == SummaryKey.NotLogged ? language["notlogged"] : s.Name,
                    s.HubName ?? "",
                    language.Number(s.DeviceCount),
                    language.Number(s.Count),
                    language.Number(s.Count - s.ExpectedCount),
                    language.Number(content.Outages.CountAt(s.HubName, s.Name)),
                    $"{s.MainCause}",
                ]
        );

    public static MarkdownText Sdks(ReportContent content, ReportLanguage language) =>
        Table(
            [
                language["sdk"],
                language["sdk.state"],
                language["devices.column"],
                language["count"],
                language["device.unexpected"],
            ],
            content.Sdks.Take(MostRows),
            s =>
                [
                    s.Name == SummaryKey.NotLogged ? language["notlogged"] : s.Name,
                    SdksSection.StateOf(s, language),
                    language.Number(s.DeviceCount),
                    language.Number(s.Count),
                    language.Number(s.Count - s.ExpectedCount),
                ]
        );

    private static MarkdownText Table<T>(string[] heads, IEnumerable<T> items, Func<T, string[]> cells) =>
        MarkdownText.Of(
            $"{Row(heads)}|{new MarkdownText(string.Concat(heads.Select(_ => " --- |")))}\n"
                + $"{MarkdownText.Each(items, item => Row(cells(item)))}"
        );

    private static MarkdownText Row(string[] cells) =>
        MarkdownText.Of($"|{MarkdownText.Each(cells, cell => MarkdownText.Of($" {cell} |"))}\n");
}
