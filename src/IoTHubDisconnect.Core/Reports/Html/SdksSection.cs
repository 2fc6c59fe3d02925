using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Reports;

/// <summary>The SDK versions that devices use, with the old ones marked.</summary>
internal static class SdksSection
{
    private const int MostRows = 40;

    public static Html Of(ReportContent content, ReportLanguage language) =>
        content.Count == 0
            ? Html.None
            : Html.Of(
                $"""
        <p class="about">{language["sdks.about"]} <a href="{language.Link(SdkReleases.SupportPage)}" rel="noreferrer">{language["sdks.link"]}</a></p>
        <div class="card">{Cells.Table(
                    language["sdks"],
                    "sdks-table",
                    [
                        new(language["sdk"]),
                        new(language["sdk.state"]),
                        new(language["devices.column"], IsNumber: true),
                        new(language["count"], IsNumber: true),
                        new(language["device.unexpected"], IsNumber: true),
                        new(language["main.trouble"]),
                        new(language["downtime.total"], IsNumber: true),
                    ],
                    content.Sdks.Take(MostRows).Select(s => Row(s, language))
                )}{Cells.Note(
                    content.Sdks.Count > MostRows,
                    () => language.Format("sdks.more", content.Sdks.Count - MostRows)
                )}</div>
        """
            );

    private static Cells.Row Row(DisconnectSummary sdk, ReportLanguage language) =>
        new(
            Html.Of($" data-name=\"{sdk.Name}\""),
            sdk.Name == SummaryKey.NotLogged ? Html.Of($"{language["notlogged"]}") : Cells.Id(sdk.Name),
            [
                Html.Of($"<td>{State(sdk, language)}</td>"),
                Cells.Number(sdk.DeviceCount, language),
                Cells.Number(sdk.Count, language),
                Cells.Number(sdk.Count - sdk.ExpectedCount, language),
                Cells.Text(sdk.MainTrouble?.ToString() ?? language["none"]),
                Cells.Downtime(sdk.TotalDowntime, sdk.OpenDowntime, language),
            ]
        );

    public static string StateOf(DisconnectSummary sdk, ReportLanguage language) =>
        SdkReleases.IsOld(sdk.Name) switch
        {
            true => language.Format("sdk.old", $"{SdkReleases.NewestOf(sdk.Name)}"),
            false => language["sdk.current"],
            null => language["sdk.unknown"],
        };

    private static Html State(DisconnectSummary sdk, ReportLanguage language) =>
        SdkReleases.IsOld(sdk.Name) == true
            ? Html.Of($"<span class=\"tag\">{StateOf(sdk, language)}</span>")
            : Html.Of($"<span class=\"quiet\">{StateOf(sdk, language)}</span>");
}
