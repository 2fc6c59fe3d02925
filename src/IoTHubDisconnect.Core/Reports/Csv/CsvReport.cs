using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// The devices that are away or need attention as a table for a spreadsheet: who is away first, the longest before the
/// others. Columns and figures are the same in every language, and what to do is in the report's.
/// </summary>
internal static class CsvReport
{
    private static readonly string[] Columns =
    [
        "HubName",
        "DeviceId",
        "ModuleId",
        "Cause",
        "Count",
        "ExpectedCount",
        "TotalDowntimeSeconds",
        "AwaySince",
        "Last",
        "State",
        "OpenDowntimeSeconds",
        "PlannedCount",
        "Site",
        "Action",
        "IsAwayLonger",
        "Confidence",
        "WhoActs",
    ];

    public static string Of(ReportContent content, ReportLanguage language)
    {
        var text = new StringBuilder().AppendJoin(',', Columns).Append("\r\n");
        foreach (var judged in content.Devices.All)
        {
            var device = judged.Figures;
            var absence = judged.IsGone || device.OpenDowntime is not null ? device.Absence : null;
            text.AppendJoin(
                    ',',
                    Cell(device.Hub.HubName),
                    Cell(device.DeviceId),
                    Cell(device.ModuleId ?? ""),
                    device.MainTrouble,
                    device.Count,
                    device.ExpectedCount,
                    Seconds(device.TotalDowntime),
                    absence is null ? "" : Time(absence.Since),
                    device.Last == 0 ? "" : Time(device.Last),
                    judged.State,
                    Seconds(device.OpenDowntime),
                    device.PlannedCount,
                    Cell(device.Site ?? ""),
                    Cell(Story.Advice(device, language)),
                    absence?.IsLonger,
                    device.Confidence.ToString("0.##", CultureInfo.InvariantCulture),
                    device.AdviceIn(language.Catalogue).WhoActs
                )
                .Append("\r\n");
        }
        return text.ToString();
    }

    /// <summary>
    /// A spreadsheet takes text that begins like a formula for one, unless an apostrophe is before it.
    /// </summary>
    internal static string Cell(string text)
    {
        var plain = PlainText.Of(text);
        if (plain.TrimStart() is ['=' or '+' or '-' or '@' or '\'' or '\uFFFD', ..])
            plain = $"'{plain}";
        return plain.AsSpan().IndexOfAny(",\";") < 0
            ? plain
            : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string? Seconds(TimeSpan? span) => span?.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    private static string Time(long ticks) =>
        new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
