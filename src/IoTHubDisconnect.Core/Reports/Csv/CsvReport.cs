using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// The devices that need attention as a table for a spreadsheet, the worst first. Columns and figures are the same in
/// every language.
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
    ];

    public static string Of(ReportContent content)
    {
        var text = new StringBuilder().AppendJoin(',', Columns).Append("\r\n");
        foreach (var device in content.Attention)
        {
            text.AppendJoin(
                    ',',
                    Cell(device.Hub.HubName),
                    Cell(device.DeviceId),
                    Cell(device.ModuleId ?? ""),
                    device.MainTrouble,
                    device.Count,
                    device.ExpectedCount,
                    device.TotalDowntime?.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
                    device.AwaySince == 0 ? "" : Time(device.AwaySince),
                    Time(device.Last)
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

    private static string Time(long ticks) =>
        new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
