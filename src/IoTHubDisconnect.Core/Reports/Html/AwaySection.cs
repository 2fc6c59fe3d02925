namespace IoTHubDisconnect.Reports;

/// <summary>Who is away when the log ends: whom it hits now, since when, and what went together.</summary>
internal static class AwaySection
{
    /// <summary>So many are seen without a click, so that the first device in full is near.</summary>
    private const int MostOpen = 4;

    /// <summary>Rows and names: more would make the page long to load, and nobody reads them in a browser.</summary>
    private const int MostRows = 250,
        MostNames = 100;

    public static Html Of(ReportContent content, ReportLanguage language)
    {
        if (content.DeviceCount == 0)
            return Html.None;
        var groups = content.Devices.Gone;
        return Html.Of(
            $"""
            <p class="about">{string.Join(' ', Away.Lines(content, language))}</p>
            {Html.If(groups.Count > 0, () => Table("away-table", groups.Take(MostOpen), content, language))}
            {Html.If(groups.Count > MostOpen, () => More(groups, content, language))}
            """
        );
    }

    private static Html More(IReadOnlyList<OutageGroup> groups, ReportContent content, ReportLanguage language)
    {
        OutageGroup[] rest = [.. groups.Skip(MostOpen)];
        var unlisted = rest.Skip(MostRows).Sum(g => g.Devices.Count);
        return Html.Of(
            $"""
            <details class="sub"><summary>{language.Count("away.more", rest.Sum(g => g.Devices.Count))}</summary>
            {Table("away-more-table", rest.Take(MostRows), content, language)}
            {Cells.Note(unlisted > 0, () => language.Format("attention.rest", unlisted))}
            </details>
            """
        );
    }

    private static Html Table(
        string id,
        IEnumerable<OutageGroup> groups,
        ReportContent content,
        ReportLanguage language
    ) =>
        Html.Of(
            $"""
            <div class="card">{Cells.Table(
                language["away"],
                id,
                [
                    new(language["away.who"]),
                    new(language["away.since"], IsNumber: true),
                    new(language["away.for"], IsNumber: true),
                    new(language["away.why"]),
                ],
                groups.Select(g => Row(g, content, language))
            )}</div>
            """
        );

    private static Cells.Row Row(OutageGroup group, ReportContent content, ReportLanguage language)
    {
        var absence = group.First.Absence!;
        return new(
            Html.Of($" data-devices=\"{group.Devices.Count}\" data-open=\"{group.Open!.Value.Ticks}\""),
            Html.Of($"{Name(group, language)}{Names(group, language)}"),
            [
                Html.Of($"<td class=\"n\">{Away.Since(group)}</td>"),
                Cells.Lines(
                    Html.Of($"<strong>{Away.For(absence, language)}</strong>"),
                    absence.IsYoung ? language["away.young"] : null,
                    isNumber: true
                ),
                Cells.Lines(
                    Html.Of($"{Shapes.Swatch(group.Outage.Area)}{group.Outage.Cause.ToString()}"),
                    language[$"area.{group.Outage.Area}"]
                ),
            ]
        );
    }

    private static Html Name(OutageGroup group, ReportLanguage language) =>
        group.Devices.Count > 1
            ? Html.Of($"{Away.Name(group, language)}")
            : Html.Of(
                $"{Cells.Id(group.First.Name)}<span class=\"small\">{Cells.Id(Away.Place(group, language))}</span>"
            );

    private static Html Names(OutageGroup group, ReportLanguage language) =>
        Html.If(
            group.Devices.Count > 1,
            () =>
                Html.Of(
                    $"""
                    <details class="names"><summary>{language.Count(
                        "devices",
                        group.Devices.Count
                    )}</summary>{DeviceNames.Of(group.Devices, MostNames, language)}</details>
                    """
                )
        );
}
