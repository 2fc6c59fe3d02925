namespace IoTHubDisconnect.Reports;

/// <summary>What needs attention: each outage once, the worst in full, the devices of the others as a table.</summary>
internal static class DevicesSection
{
    /// <summary>Rows of the table: more would make the page long to load and nobody reads them in a browser.</summary>
    private const int MostRows = 1000;

    public static Html Of(ReportContent content, ReportLanguage language)
    {
        if (content.DeviceCount == 0)
            return Html.None;
        var rule = language.Format(
            "attention.rule",
            language.Lifetime(AttentionRule.Patience),
            content.End is { } end ? AttentionRule.DropsIn(end - content.Start!.Value) : AttentionRule.LeastDrops
        );
        if (content.AttentionCount == 0)
            return Html.Of($"<p class=\"about\">{language["attention.none"]} {rule}</p>");
        var number = 0;
        return Html.Of(
            $"""
            <p class="about">{language["attention.about"]} {language["attention.order"]}</p>
            {Html.Each(content.Devices.Attention.Take(content.Top), o => DeviceCard.Of(o, ++number, content, language))}
            {Html.If(
                content.Devices.Attention.Count > content.Top,
                () => More([.. content.Devices.Attention.Skip(content.Top).SelectMany(o => o.Devices)], language)
            )}
            <p class="note">{rule}</p>
            """
        );
    }

    /// <summary>Since when the devices are away, or when the first of them disconnected last.</summary>
    public static string LastOf(OutageGroup group, ReportLanguage language) =>
        group.IsStaggered ? language.Format("device.since", Away.Since(group)) : LastOf(group.First, language);

    private static string LastOf(DeviceFigures device, ReportLanguage language) =>
        device.OpenDowntime is not null
            ? language.Format("device.since", Away.Since(device.Absence!))
            : ReportLanguage.Time(new DateTimeOffset(device.Last == 0 ? device.TroubleAt : device.Last, TimeSpan.Zero));

    private static Html More(JudgedDevice[] devices, ReportLanguage language) =>
        Html.Of(
            $"""
            <details class="sub"><summary>{language.Count("attention.more", devices.Length)}</summary>
            <div class="card">{Cells.Table(
                language.Count("attention.more", devices.Length),
                "devices-table",
                [
                    new(language["device"]),
                    new(language["site"]),
                    new(language["main.trouble"]),
                    new(language["count"], IsNumber: true),
                    new(language["device.unexpected"], IsNumber: true),
                    new(language["downtime.total"], IsNumber: true),
                    new(language["attention.lost"], IsNumber: true),
                    new(language["device.last"], IsNumber: true),
                ],
                devices.Take(MostRows).Select(d => Row(d.Figures, language))
            )}</div>
            {Cells.Note(devices.Length > MostRows, () => language.Format("attention.rest", devices.Length - MostRows))}
            </details>
            """
        );

    private static Cells.Row Row(DeviceFigures device, ReportLanguage language) =>
        new(
            Html.None,
            Cells.Id(device.Name),
            [
                Html.Of($"<td>{Cells.Id(device.Site ?? language["none"])}</td>"),
                Cells.Text($"{device.MainTrouble}"),
                Cells.Number(device.Count, language),
                Cells.Number(device.Count - device.ExpectedCount, language),
                Cells.Downtime(device.MainDowntime, device.OpenDowntime, language),
                Cells.Lost(device.Severity, device.OpenDowntime, language),
                Html.Of($"<td class=\"n\">{LastOf(device, language)}</td>"),
            ]
        );
}
