using System.Globalization;
using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// One device that needs attention: its time as a strip, what is known of its trouble, and what to do.
/// </summary>
internal static class DeviceCard
{
    private const int MostRows = 25;
    private const int MostEvidence = 4;

    public static Html Of(DeviceFigures device, int number, ReportContent content, ReportLanguage language)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"device-{number}");
        return Html.Of(
            $"""
            <article class="card device" aria-labelledby="{id}">
            <header><h3 id="{id}">{Cells.Id(device.Name)}</h3><span class="cause">{Shapes.Swatch(
                device.MainTrouble
            )}{device.MainTrouble.ToString()}</span></header>
            <p class="where">{Html.Each(
                Places(device),
                (place, isFirst) => Html.Of($"{(isFirst ? "" : " · ")}{Cells.Id(place)}")
            )}</p>
            {Strip(device, content, language)}
            <p class="sums" data-count="{device.Count}" data-downtime="{device.TotalDowntime?.Ticks ?? -1}">{Sums(
                device,
                language
            )}</p>
            {Explanation(device, language)}
            <h4>{language["todo"]}</h4><p>{ToDo(
                device,
                language
            )} <a href="#cause-{device.MainTrouble.ToString()}">{language.Format(
                "device.todo",
                device.MainTrouble.ToString()
            )}</a></p>
            {Table(device, id, language)}
            </article>

            """
        );
    }

    private static IEnumerable<string> Places(DeviceFigures device)
    {
        yield return device.Hub.HubName;
        if (device.Profile is not { } profile)
            yield break;
        var context = profile.ContextOf(profile.Records[^1]);
        if (profile.Sdk.Name is { } sdk)
            yield return $"{sdk} {profile.Sdk.Version}".TrimEnd();
        if (context.Protocol is { } protocol)
            yield return protocol;
        if (context.AuthenticationType is { } authentication)
            yield return authentication;
        if (context.MaskedIpAddress is { } address)
            yield return address;
    }

    private static Html Strip(DeviceFigures device, ReportContent content, ReportLanguage language) =>
        Html.If(
            device.Profile is not null,
            () =>
                SessionStrip.Of(
                    device,
                    content.Scale!,
                    language.Format(
                        "device.strip",
                        PlainText.Of(device.Name),
                        ReportLanguage.Time(content.Start!.Value),
                        ReportLanguage.Time(content.End!.Value),
                        device.Count,
                        device.Count - device.ExpectedCount
                    )
                )
        );

    /// <summary>Where the close belongs to normal operation, its own remedy would be beside the point.</summary>
    private static string ToDo(DeviceFigures device, ReportLanguage language) =>
        ExpectedCauses.Include(device.MainTrouble)
            ? language["device.overdue"]
            : language.Catalogue.Find(device.MainTrouble).Solution.Split('\n')[0];

    private static string Sums(DeviceFigures device, ReportLanguage language)
    {
        List<string> sums = [language.Format("device.counts", device.Count, device.Count - device.ExpectedCount)];
        if (device.TotalDowntime is { } downtime)
            sums.Add(language.Format("device.downtime", language.Duration(downtime)));
        if (device.AwaySince != 0)
            sums.Add(DevicesSection.LastOf(device, language));
        return string.Join(" · ", sums);
    }

    /// <summary>
    /// The latest case of the main trouble, with what speaks for it.
    /// </summary>
    private static Html Explanation(DeviceFigures device, ReportLanguage language)
    {
        if (CaseOf(device, language) is not { } latest)
            return Html.None;
        return Html.Of(
            $"""
            <p class="reason" lang="{latest.Language}">{latest.Reason}</p>
            <h4>{language["device.evidence"]} <span class="when">{Cells.Moment(latest.Time)} UTC, {language.Format("device.confidence", language.Percent(latest.Confidence))}</span></h4>
            <dl class="evidence" lang="{latest.Language}">{Html.Each(latest.Evidence.Take(MostEvidence), e => Html.Of(
            $"<dt>{e.Name}</dt><dd>{e.Value}{Html.If(e.Expected is not null, () => Html.Of($" <span class=\"quiet\">({language.Format("device.should", e.Expected!)})</span>"))}</dd>"))}</dl>
            """
        );
    }

    private static DisconnectCause? CaseOf(DeviceFigures device, ReportLanguage language)
    {
        if (device.Profile is not { } profile)
            return null;
        var mark = device.Marks.Where(m => m.Cause == device.MainTrouble && !m.IsExpected).MaxBy(m => m.Ticks);
        var index = profile.Records.Length - 1;
        while (index >= 0 && profile.Records[index].Time != mark.Ticks)
            index--;
        if (index < 0)
            return null;
        var disconnect = new DeviceDisconnect(profile, index, device.Hub);
        if (device.Options == ResolveOptions.None && disconnect.Recalled is { } recalled)
            return recalled.Of(disconnect);
        var explainer = CauseExplainer.Of(device.Options, language.Culture);
        return new DisconnectCause(disconnect, mark.Cause, mark.Confidence, mark.Scope, explainer);
    }

    private static Html Table(DeviceFigures device, string id, ReportLanguage language)
    {
        if (device.Profile is not { } profile)
            return Html.None;
        var causes = device.Marks.GroupBy(m => m.Ticks).ToDictionary(g => g.Key, g => g.First().Cause);
        var rows = profile
            .Records.AsEnumerable()
            .Where(r => causes.ContainsKey(r.Time))
            .TakeLast(MostRows)
            .Reverse()
            .ToArray();
        return Html.Of(
            $"""
            <details class="plain"><summary>{language["device.table"]}</summary>
            {Cells.Table(language.Format("device.latest", rows.Length, device.Count), $"{id}-table", Html.Of($"""
            <caption>{language.Format("device.latest", rows.Length, device.Count)}</caption>{Cells.Heads(new(language["timeline.from"]), new(language["cause"]), new(language["device.session"], IsNumber: true), new(language["device.back"], IsNumber: true))}
            <tbody>{Html.Each(rows, r => Html.Of($"""
            <tr><th scope="row">{Cells.Moment(new DateTimeOffset(r.Time, TimeSpan.Zero))}</th><td>{causes[r.Time].ToString()}</td>{Cells.Duration(r.ConnectedAt == 0 ? null : new TimeSpan(r.Time - r.ConnectedAt), language)}{
            Cells.Duration(r.ReconnectedAt == 0 ? null : new TimeSpan(r.ReconnectedAt - r.Time), language)}</tr>
            """))}</tbody>
            """))}</details>
            """
        );
    }
}
