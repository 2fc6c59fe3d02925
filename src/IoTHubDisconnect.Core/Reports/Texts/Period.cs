using System.Globalization;

namespace IoTHubDisconnect.Reports;

/// <summary>Says what time a report is of, in UTC and by the clocks of whoever makes it.</summary>
internal static class Period
{
    public static string Of(ReportContent content, ReportLanguage language)
    {
        if (content is not { Start: { } start, End: { } end })
            return language["period.none"];
        var period = language.Format("period", ReportLanguage.Time(start), ReportLanguage.Time(end));
        var (from, to) = (start.ToLocalTime(), end.ToLocalTime());
        return to.Offset == TimeSpan.Zero
            ? period
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{period} ({from:MM-dd HH:mm} – {to:MM-dd HH:mm} UTC{to:zzz})"
            );
    }
}
