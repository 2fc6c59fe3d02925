namespace IoTHubDisconnect.Reports;

/// <summary>Who is away, and who needs attention, as tables of Markdown.</summary>
internal static class MarkdownDevices
{
    private const int MostRows = 15,
        MostNames = 20;

    public static MarkdownText Gone(ReportContent content, ReportLanguage language)
    {
        var groups = content.Devices.Gone;
        var rest = groups.Skip(MostRows).Sum(g => g.Devices.Count);
        return MarkdownText.Of(
            $"""
            {string.Join(' ', Away.Lines(content, language))}

            {(groups.Count == 0 ? MarkdownText.None : MarkdownTable.Of(
                [
                    new(language["away.who"]),
                    new(language["away.place"]),
                    new(language["away.since"]),
                    new(language["away.for"], IsNumber: true),
                    new(language["away.why"]),
                ],
                groups.Take(MostRows),
                g => AwayRow(g, language)
            ))}{MarkdownTable.Rest(rest, $"{language.Count("away.more", rest)} {language["more.csv"]}")}
            """
        );
    }

    private static string[] AwayRow(OutageGroup group, ReportLanguage language)
    {
        var absence = group.First.Absence!;
        var time = Away.For(absence, language);
        return
        [
            Names(group, language),
            Away.Place(group, language),
            Away.Since(group),
            absence.IsYoung ? $"{time}, {language["away.young"]}" : time,
            Away.Cause(group.Outage, group.AbsenceConfidence, language),
        ];
    }

    private static string Names(OutageGroup group, ReportLanguage language)
    {
        var (name, devices) = (Away.Name(group, language), group.Devices);
        if (devices.Count == 1)
            return name;
        var names = string.Join(", ", devices.Take(MostNames).Select(d => d.Figures.Name));
        return devices.Count > MostNames
            ? $"{name}: {names}, {language.Format("devices.rest", devices.Count - MostNames)}"
            : $"{name}: {names}";
    }

    public static MarkdownText Attention(ReportContent content, ReportLanguage language)
    {
        var shown = content.Devices.Attention.Take(content.Top).ToArray();
        var rest = content.AttentionCount - shown.Sum(o => o.Devices.Count);
        return MarkdownText.Of(
            $"""
            {language["attention.order"]}

            {MarkdownTable.Of(
                [
                    new(language["device"]),
                    new(language["hub"]),
                    new(language["main.trouble"]),
                    new(language["count"], IsNumber: true),
                    new(language["device.unexpected"], IsNumber: true),
                    new(language["downtime.total"], IsNumber: true),
                    new(language["attention.lost"], IsNumber: true),
                    new(language["device.last"]),
                ],
                shown,
                o =>
                    [
                        Names(o, language),
                        HubText.InTable(o.Outage.HubName, language),
                        Away.Cause(o.Outage, o.Confidence, language),
                        language.Number(o.Count),
                        language.Number(o.UnexpectedCount),
                        language.Downtime(o.MainDowntime, o.Open),
                        language.Lost(o.Severity, o.Open),
                        DevicesSection.LastOf(o, language),
                    ]
            )}{MarkdownTable.Rest(rest, language.Format("attention.rest", rest))}
            """
        );
    }
}
