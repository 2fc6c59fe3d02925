namespace IoTHubDisconnect.Reports;

/// <summary>Whose side the trouble is on: the devices', the sites', that of credentials, or the hub's.</summary>
internal static class AreasSection
{
    public static Html Of(ReportContent content, ReportLanguage language) =>
        content.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <div class="card">{Cells.Table(
                    language["areas"],
                    "areas-table",
                    [
                        new(language["area"]),
                        new(language["count"], IsNumber: true),
                        new(language["devices.column"], IsNumber: true),
                        new(language["downtime.total"], IsNumber: true),
                        new(language["main.trouble"]),
                    ],
                    content.Areas.Select(a => Row(a, language))
                )}</div>
                """
            );

    private static Cells.Row Row(DisconnectSummary area, ReportLanguage language) =>
        new(
            Html.Of($" data-name=\"{area.Name}\""),
            Html.Of(
                $"{Shapes.Swatch(area.Area!.Value)}{language[$"area.{area.Name}"]}"
                    + $"{Cells.Small(language[$"area.{area.Name}.about"])}"
            ),
            [
                Cells.Number(area.Count, language),
                Cells.Number(area.DeviceCount, language),
                Cells.Downtime(area.TotalDowntime, area.OpenDowntime, language),
                area.MainTrouble is { } cause
                    ? Cells.Lines(Html.Of($"{cause.ToString()}"), Actor.Of(cause, language))
                    : Cells.Text(language["none"]),
            ]
        );
}
