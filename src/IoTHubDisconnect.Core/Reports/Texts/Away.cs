namespace IoTHubDisconnect.Reports;

/// <summary>Puts into words who is away, and for how long.</summary>
internal static class Away
{
    /// <summary>What a report says of all that are away, beside their list.</summary>
    public static IEnumerable<string> Lines(ReportContent content, ReportLanguage language)
    {
        var devices = content.Devices;
        var now = ReportLanguage.Time(content.LastMoment ?? default);
        yield return devices.AwayCount == 0
            ? Nobody(content, now, language)
            : language.Format("away.about", now, language.Lifetime(AttentionRule.Patience));
        if (devices.Gone.Any(g => g.First.Absence is { } absence && absence.From > absence.Since))
            yield return language["away.within"];
        if (devices.Holder is not null)
            yield return language["away.held"];
        if (devices.MayReturnCount > 0)
            yield return language.Count(
                "away.mayreturn",
                devices.MayReturnCount,
                language.Lifetime(AttentionRule.Patience)
            );
        if (devices.PlannedAwayCount > 0)
            yield return language.Count("away.planned", devices.PlannedAwayCount);
        if (devices.PlannedCount > 0)
            yield return language.Count("planned.count", devices.PlannedCount);
        if (content.PausedCount > 0)
            yield return language.Count("away.paused", content.PausedCount);
    }

    /// <summary>Who is connected is said only where the log tells of all devices.</summary>
    private static string Nobody(ReportContent content, string now, ReportLanguage language) =>
        !content.KnowsAbsences ? language.Format("away.none.given", now)
        : content.Activities.Any(h => h.LacksConnects) ? language.Format("away.none.untold", now)
        : language.Format("away.none", now, content.ConnectedCount, content.DeviceCount);

    /// <summary><c>≥ 5 h 34 min</c>: for as long as the log tells, and nobody saw the device return.</summary>
    public static string For(Absence absence, ReportLanguage language) => language.Downtime(null, absence.Time);

    /// <summary>When it went, UTC: <c>≤ 2026-10-14 19:55</c> where the log has it away from the first.</summary>
    public static string Since(Absence absence) =>
        (absence.IsLonger ? "≤\u00a0" : "") + ReportLanguage.Time(new DateTimeOffset(absence.Since, TimeSpan.Zero));

    /// <summary>When the first of them went, and the last where that was later.</summary>
    public static string Since(OutageGroup group) =>
        group.IsStaggered
            ? $"{Since(group.First.Absence!)} – {ReportLanguage.Until(TimeOf(group.First), TimeOf(group.Last))}"
            : Since(group.First.Absence!);

    /// <summary>
    /// The devices that one trouble met, or the one; with how they sign in, where that sets them apart from others.
    /// </summary>
    public static string Name(OutageGroup group, ReportLanguage language) =>
        group switch
        {
            { Devices.Count: 1 } => group.First.Name,
            { Outage.Site: { } site } => language.Format("outage.site", group.Devices.Count, site),
            { Outage.HubName: "" } => language.Format("outage.unnamed", group.Devices.Count),
            { Outage.Authentication: { } authentication } => language.Format(
                "outage.authentication",
                group.Devices.Count,
                group.Outage.HubName,
                authentication
            ),
            _ => language.Format("outage.hub", group.Devices.Count, group.Outage.HubName),
        };

    /// <summary><c>NetworkLost, 72 % sure</c>: why, and how sure that is.</summary>
    public static string Cause(Outage outage, double confidence, ReportLanguage language) =>
        $"{outage.Cause}, {language.Format("device.confidence", language.Percent(confidence))}";

    /// <summary>Where it is: the hub, and the address of the site where that is one.</summary>
    public static string Place(OutageGroup group, ReportLanguage language)
    {
        var hub = HubText.InTable(group.Outage.HubName, language);
        return (group.Devices.Count == 1 ? group.First.Site : group.Outage.Site) is { } site ? $"{hub} · {site}" : hub;
    }

    private static DateTimeOffset TimeOf(DeviceFigures device) => new(device.Absence!.Since, TimeSpan.Zero);
}
