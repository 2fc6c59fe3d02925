using System.Globalization;
using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// One trouble that needs attention: its device, or all that it met; their time as a strip, what is known of it, and
/// what to do. One device speaks for all.
/// </summary>
internal static class DeviceCard
{
    private const int MostRows = 25;
    private const int MostEvidence = 4;
    private const int MostNames = 100;

    public static Html Of(OutageGroup outage, int number, ReportContent content, ReportLanguage language)
    {
        var device = outage.Speaker;
        var id = string.Create(CultureInfo.InvariantCulture, $"device-{number}");
        return Html.Of(
            $"""
            <article class="card device" data-devices="{outage.Devices.Count}" aria-labelledby="{id}">
            <header><h3 id="{id}">{Cells.Id(
                Away.Name(outage, language)
            )}</h3><span class="cause">{Shapes.Swatch(device.Area)}{device.MainTrouble.ToString()}</span></header>
            <p class="where">{Places(outage, language)}</p>
            <p class="sums" data-count="{outage.Count}" data-downtime="{outage.TotalDowntime?.Ticks
                ?? -1}">{string.Join(
                " · ",
                Sums(outage, language)
            )}</p>
            {Html.If(
                outage.Devices.Count > 1,
                () =>
                    Html.Of(
                        $"{DeviceNames.Of(outage.Devices, MostNames, language)}"
                            + $"<h4>{language.Format("device.example", PlainText.Of(device.Name))}</h4>"
                    )
            )}
            {Strip(device, content, language)}
            {Explanation(device, language)}
            <h4>{language["todo"]}</h4><p>{Story.Advice(
                device,
                language
            )} <a href="#cause-{device.MainTrouble.ToString()}">{language.Format(
                "device.todo",
                device.MainTrouble.ToString()
            )}</a></p>
            {Table(device, id, content.LastMoment!.Value, language)}
            </article>

            """
        );
    }

    private static Html Places(OutageGroup outage, ReportLanguage language) =>
        outage.Devices.Count > 1
            ? Cells.Id(Away.Place(outage, language))
            : Html.Each(
                PlacesOf(outage.First, language),
                (place, isFirst) => Html.Of($"{(isFirst ? "" : " · ")}{Cells.Id(place)}")
            );

    private static IEnumerable<string> PlacesOf(DeviceFigures device, ReportLanguage language)
    {
        yield return HubText.InTable(device.Hub.HubName, language);
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

    private static IEnumerable<string> Sums(OutageGroup outage, ReportLanguage language)
    {
        if (outage.First.Absence is { IsExpected: false } absence)
            yield return language.Format(
                outage.IsStaggered ? "device.away.first" : "device.away",
                Away.Since(absence),
                Away.For(absence, language)
            );
        if (outage.First is { WasAway: true, Before: { } before })
            yield return language.Format(
                "device.before",
                Away.Since(before),
                ReportLanguage.Time(new DateTimeOffset(before.Until, TimeSpan.Zero))
            );
        yield return language.Count("device.counts", outage.Count, outage.UnexpectedCount);
        if (outage.TotalDowntime is not null || outage.Open is not null && outage.Devices.Count > 1)
            yield return language.Format("device.downtime", language.Downtime(outage.TotalDowntime, outage.Open));
    }

    /// <summary>
    /// The latest case of the main trouble, with what weighs most, for it or against.
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
            $"<dt>{e.Name}</dt><dd>{e.Value}{Remark(e, language)}</dd>"))}</dl>
            """
        );
    }

    private static Html Remark(DisconnectEvidence fact, ReportLanguage language)
    {
        var against = fact.Weight < 0 ? language["device.against"] : null;
        var expected = fact.Expected is null ? null : language.Format("device.should", fact.Expected);
        return Html.If(
            against is not null || expected is not null,
            () =>
                Html.Of(
                    $" <span class=\"quiet\">({string.Join("; ", new[] { against, expected }.OfType<string>())})</span>"
                )
        );
    }

    private static DisconnectCause? CaseOf(DeviceFigures device, ReportLanguage language)
    {
        if (device.Profile is not { } profile)
            return null;
        if (device.MainMarks is not { Count: > 0 } marks)
            return null;
        var mark = marks.MaxBy(m => m.Ticks);
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

    private static Html Table(DeviceFigures device, string id, DateTimeOffset until, ReportLanguage language)
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
        var latest = language.Format("device.latest", rows.Length, device.Count);
        return Html.Of(
            $"""
            <details class="plain"><summary>{language["device.table"]}</summary><p class="note">{latest}</p>
            {Cells.Table(
                latest,
                $"{id}-table",
                [
                    new(language["timeline.from"]),
                    new(language["cause"]),
                    new(language["device.session"], IsNumber: true),
                    new(language["device.back"], IsNumber: true),
                ],
                rows.Select(r => new Cells.Row(
                    Html.None,
                    Cells.Moment(new DateTimeOffset(r.Time, TimeSpan.Zero)),
                    [
                        Cells.Text($"{causes[r.Time]}"),
                        Cells.Duration(r.ConnectedAt == 0 ? null : new TimeSpan(r.Time - r.ConnectedAt), language),
                        Cells.Duration(
                            r.ReconnectedAt == 0 || r.ReconnectedAt > until.UtcTicks
                                ? null
                                : new TimeSpan(r.ReconnectedAt - r.Time),
                            language
                        ),
                    ]
                ))
            )}</details>
            """
        );
    }
}
