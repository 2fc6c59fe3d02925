using System.Globalization;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>
/// The zone that the portal writes behind the name of a time column: <c>[UTC]</c>, <c>[UTC+3]</c>, <c>[Local Time]</c>.
/// </summary>
/// <param name="Column">The header.</param>
/// <param name="Zone">The zone.</param>
/// <param name="IsNamed">Whether the header names it; else it is this machine's.</param>
internal sealed record TimeColumnZone(string Column, TimeZoneInfo Zone, bool IsNamed)
{
    internal static TimeColumnZone? Of(string column)
    {
        var start = column.IndexOf('[');
        if (start < 0)
            return null;
        var zone = column[(start + 1)..].TrimEnd(']', ' ');
        if (!zone.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
            return new TimeColumnZone(column, TimeZoneInfo.Local, false);
        return Offset(zone[3..].Trim()) is { } offset
            ? new TimeColumnZone(column, ZoneAt(offset), true)
            : new TimeColumnZone(column, TimeZoneInfo.Local, false);
    }

    /// <returns>Null for what is no offset.</returns>
    private static TimeSpan? Offset(string text)
    {
        if (text.Length == 0)
            return TimeSpan.Zero;
        var isWest = text[0] is '-' or '\u2212';
        var hours = text[1..].Contains(':') ? text[1..] : text[1..] + ":00";
        return
            (isWest || text[0] == '+')
            && TimeSpan.TryParse(hours, CultureInfo.InvariantCulture, out var offset)
            && offset <= TimeSpan.FromHours(14)
            ? isWest
                ? -offset
                : offset
            : null;
    }

    private static TimeZoneInfo ZoneAt(TimeSpan offset) =>
        offset == TimeSpan.Zero
            ? TimeZoneInfo.Utc
            : TimeZoneInfo.CreateCustomTimeZone($"UTC{offset}", offset, null, null);
}
