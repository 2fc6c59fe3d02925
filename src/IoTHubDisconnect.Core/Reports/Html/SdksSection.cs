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
        <div class="card">{Cells.Table(language["sdks"], "sdks-table", Html.Of($"""
        {Cells.Heads(new(language["sdk"]), new(language["sdk.state"]), new(language["devices.column"], IsNumber: true), new(language["count"], IsNumber: true), new(language["device.unexpected"], IsNumber: true), new(language["main.cause"]), new(language["downtime.total"], IsNumber: true))}
        <tbody>{Html.Each(content.Sdks.Take(MostRows), s => Html.Of($"""
        <tr data-name="{s.Name}"><th scope="row" class="id">{(s.Name == SummaryKey.NotLogged ? Html.Of($"{language["notlogged"]}") : Cells.Id(s.Name))}</th><td>{State(s, language)}</td>{Cells.Number(s.DeviceCount, language)}{
        Cells.Number(s.Count, language)}{Cells.Number(s.Count - s.ExpectedCount, language)}<td>{s.MainCause.ToString()}</td>{Cells.Duration(s.TotalDowntime, language)}</tr>

        """))}</tbody>
        """))}</div>
        """
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
