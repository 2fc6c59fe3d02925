namespace IoTHubDisconnect.Reports;

/// <summary>The devices that need attention: the worst in full, more of them as a table.</summary>
internal static class DevicesSection
{
    /// <summary>Rows of the table: more would make the page long to load and nobody reads them in a browser.</summary>
    private const int MostRows = 1000;

    public static Html Of(ReportContent content, ReportLanguage language)
    {
        if (content.Count == 0)
            return Html.None;
        var rule = language.Format(
            "attention.rule",
            language.Lifetime(AttentionRule.Patience),
            AttentionRule.DropsIn(content.End!.Value - content.Start!.Value)
        );
        if (content.AttentionCount == 0)
            return Html.Of($"<p class=\"about\">{language["attention.none"]} {rule}</p>");
        var number = 0;
        return Html.Of(
            $"""
            <p class="about">{language["attention.about"]} {rule}</p>
            {Html.Each(content.Attention.Take(content.Top), d => DeviceCard.Of(d, ++number, content, language))}
            {Html.If(
                content.AttentionCount > content.Top,
                () => More([.. content.Attention.Skip(content.Top)], language)
            )}
            """
        );
    }

    /// <summary>Since when the device is away, or when it disconnected last.</summary>
    public static string LastOf(DeviceFigures device, ReportLanguage language)
    {
        var time = ReportLanguage.Time(
            new DateTimeOffset(device.AwaySince != 0 ? device.AwaySince : device.Last, TimeSpan.Zero)
        );
        return device.AwaySince != 0 ? language.Format("device.away", time) : time;
    }

    private static Html More(DeviceFigures[] devices, ReportLanguage language) =>
        Html.Of(
            $"""
        <details class="sub"><summary>{language.Count("attention.more", devices.Length)}</summary>
        <div class="card">{Cells.Table(language.Count("attention.more", devices.Length), "devices-table", Html.Of($"""
        {Cells.Heads(new(language["device"]), new(language["device.trouble"]), new(language["count"], IsNumber: true), new(language["device.unexpected"], IsNumber: true), new(language["downtime.total"], IsNumber: true), new(language["device.last"], IsNumber: true))}
        <tbody>{Html.Each(devices.Take(MostRows), d => Row(d, language))}</tbody>
        """))}</div>
        {Html.If(devices.Length > MostRows, () => Html.Of($"<p class=\"note\">{language.Format("attention.rest", devices.Length - MostRows)}</p>"))}
        </details>
        """
        );

    private static Html Row(DeviceFigures device, ReportLanguage language) =>
        Html.Of(
            $"""
        <tr><th scope="row" class="id">{Cells.Id(device.Name)}</th><td>{device.MainTrouble.ToString()}</td>{Cells.Number(device.Count, language)}{Cells.Number(device.Count - device.ExpectedCount, language)}{
        Cells.Duration(device.TotalDowntime, language)}<td class="n">{LastOf(device, language)}</td></tr>

        """
        );
}
