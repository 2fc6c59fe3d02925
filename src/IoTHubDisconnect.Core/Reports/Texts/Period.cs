using System.Globalization;
using IoTHubDisconnect.Fleets;

namespace IoTHubDisconnect.Reports;

/// <summary>Says what time a report is of, in UTC and by the clocks of whoever makes it.</summary>
internal static class Period
{
    public static string Of(ReportContent content, ReportLanguage language)
    {
        if (content.Source is { Missed: { } missed, LogTime: { } log, RowCount: > 0 })
            return language.Format("period.missed", Asked(missed, language), Of(log, language));
        if ((content.Start ?? content.Source.Start, content.End ?? content.Source.End) is not ({ } start, { } end))
            return language["period.none"];
        var period = Of(new TimePeriod(start, end), language);
        var (from, to) = (start.ToLocalTime(), end.ToLocalTime());
        return to.Offset == TimeSpan.Zero
            ? period
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{period} ({from:MM-dd HH:mm} – {to:MM-dd HH:mm} UTC{to:zzz})"
            );
    }

    private static string Asked(ReportedTime asked, ReportLanguage language) =>
        (asked.HasStart, asked.HasEnd) switch
        {
            (true, true) => Of(new TimePeriod(At(asked.Start), At(asked.End)), language),
            (true, false) => language.Format("period.from", ReportLanguage.Time(At(asked.Start))),
            _ => language.Format("period.until", ReportLanguage.Time(At(asked.End))),
        };

    private static string Of(TimePeriod time, ReportLanguage language) =>
        language.Format("period", ReportLanguage.Time(time.Start), ReportLanguage.Time(time.End));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
