namespace IoTHubDisconnect.Reports;

/// <summary>The tables of a report as Markdown.</summary>
internal static class MarkdownTables
{
    private const int MostRows = 15;

    public static MarkdownText Areas(ReportContent content, ReportLanguage language) =>
        MarkdownTable.Of(
            [
                new(language["area"]),
                new(language["count"], IsNumber: true),
                new(language["devices.column"], IsNumber: true),
                new(language["downtime.total"], IsNumber: true),
                new(language["main.trouble"]),
            ],
            content.Areas,
            a =>
                [
                    language[$"area.{a.Name}"],
                    language.Number(a.Count),
                    language.Number(a.DeviceCount),
                    language.Downtime(a.TotalDowntime, a.OpenDowntime),
                    a.MainTrouble is { } cause ? $"{cause}, {Actor.Of(cause, language)}" : language["none"],
                ]
        );

    public static MarkdownText Causes(ReportContent content, ReportLanguage language) =>
        MarkdownTable.Of(
            [
                new(language["cause"]),
                new(language["count"], IsNumber: true),
                new(language["share"], IsNumber: true),
                new(language["devices.column"], IsNumber: true),
                new(language["downtime.total"], IsNumber: true),
                new(language["downtime.median"], IsNumber: true),
                new(language["expected"]),
            ],
            content.Causes,
            c =>
                [
                    c.Name,
                    language.Number(c.Count),
                    language.Percent(c.Share),
                    language.Number(c.DeviceCount),
                    language.Downtime(c.TotalDowntime, c.OpenDowntime),
                    language.Duration(c.MedianDowntime),
                    CausesSection.ExpectationOf(c, language),
                ]
        );

    public static MarkdownText Savings(ReportContent content, ReportLanguage language) =>
        MarkdownTable.Of(
            [
                new(language["fix"]),
                new(language["saved"], IsNumber: true),
                new(language["share"], IsNumber: true),
                new(language["basis"]),
            ],
            content.Savings,
            s =>
                [
                    language[$"fix.{s.Fix}"],
                    language.Number(s.Count),
                    language.Percent(s.Share),
                    SavingsSection.BasisOf(s, language),
                ]
        );

    public static MarkdownText Sites(ReportContent content, ReportLanguage language)
    {
        var sites = SitesSection.InOrder(content);
        return MarkdownText.Of(
            $"{SitesTable(sites.Take(MostRows), content, language)}{Rest("sites.more", sites.Count, language)}"
        );
    }

    public static MarkdownText Sdks(ReportContent content, ReportLanguage language) =>
        MarkdownText.Of(
            $"{SdksTable(content.Sdks.Take(MostRows), language)}{Rest("sdks.more", content.Sdks.Count, language)}"
        );

    private static MarkdownText Rest(string key, int all, ReportLanguage language) =>
        all > MostRows ? MarkdownText.Of($"\n{language.Format(key, all - MostRows)}\n") : MarkdownText.None;

    private static MarkdownText SitesTable(
        IEnumerable<DisconnectSummary> sites,
        ReportContent content,
        ReportLanguage language
    ) =>
        MarkdownTable.Of(
            [
                new(language["site"]),
                new(language["hub"]),
                new(language["devices.column"], IsNumber: true),
                new(language["count"], IsNumber: true),
                new(language["device.unexpected"], IsNumber: true),
                new(language["site.outages"], IsNumber: true),
                new(language["main.trouble"]),
            ],
            sites,
            s =>
                [
                    s.Name == SummaryKey.NotLogged ? language["notlogged"] : s.Name,
                    HubText.InTable(s.HubName ?? "", language),
                    language.Number(s.DeviceCount),
                    language.Number(s.Count),
                    language.Number(s.Count - s.ExpectedCount),
                    language.Number(content.Outages.CountAt(s.HubName, s.Name)),
                    s.MainTrouble is { } cause ? $"{cause}" : language["none"],
                ]
        );

    private static MarkdownText SdksTable(IEnumerable<DisconnectSummary> sdks, ReportLanguage language) =>
        MarkdownTable.Of(
            [
                new(language["sdk"]),
                new(language["sdk.state"]),
                new(language["devices.column"], IsNumber: true),
                new(language["count"], IsNumber: true),
                new(language["device.unexpected"], IsNumber: true),
            ],
            sdks,
            s =>
                [
                    s.Name == SummaryKey.NotLogged ? language["notlogged"] : s.Name,
                    SdksSection.StateOf(s, language),
                    language.Number(s.DeviceCount),
                    language.Number(s.Count),
                    language.Number(s.Count - s.ExpectedCount),
                ]
        );
}
