using System.Globalization;

namespace IoTHubDisconnect.Reports;

/// <summary>Reads planned times as people write them into a table or a file.</summary>
internal static class PlannedTimeText
{
    /// <summary>The columns that there are.</summary>
    public static readonly string[] Names =
    [
        "Day",
        "Hours",
        "StartTime",
        "EndTime",
        "HubName",
        "Site",
        "DeviceId",
        "TimeZone",
    ];

    /// <param name="cells">What stands in each column; null or empty for nothing.</param>
    /// <exception cref="FormatException">A cell cannot be read, or nothing is said at all.</exception>
    public static PlannedTime Parse(Func<string, string?> cells)
    {
        string? Cell(string name) => cells(name)?.Trim() is { Length: > 0 } text ? text : null;

        if (Names.All(name => name == "TimeZone" || Cell(name) is null))
            throw new FormatException($"A planned time says nothing: give some of {string.Join(", ", Names)}.");
        var zone = Cell("TimeZone") is { } id ? Zone(id) : TimeZoneInfo.Local;
        return new PlannedTime
        {
            Day = new([.. Days(Cell("Day"))]),
            Hours = Cell("Hours") is { } hours ? Hours(hours) : null,
            StartTime = Moment(Cell("StartTime"), zone),
            EndTime = Moment(Cell("EndTime"), zone),
            HubName = Cell("HubName"),
            Site = Cell("Site"),
            DeviceId = Cell("DeviceId"),
            TimeZone = zone,
        };
    }

    /// <summary><c>Sat, Sun</c> or <c>Monday-Friday</c>.</summary>
    private static IEnumerable<DayOfWeek> Days(string? text)
    {
        foreach (var part in (text ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            var (day, last) = (Day(ends[0]), Day(ends[^1]));
            yield return day;
            while (day != last)
            {
                day = (DayOfWeek)(((int)day + 1) % 7);
                yield return day;
            }
        }
    }

    private static DayOfWeek Day(string text) =>
        Enum.GetValues<DayOfWeek>()
            .Where(day => text.Length >= 3 && $"{day}".StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Cast<DayOfWeek?>()
            .FirstOrDefault()
        ?? throw new FormatException($"'{text}' is no day of the week: write Mon, Tue or Sat-Sun.");

    private static PlannedHours Hours(string text) =>
        text.Split('-', StringSplitOptions.TrimEntries) is [var start, var end]
        && TimeOnly.TryParse(start, CultureInfo.InvariantCulture, out var from)
        && TimeOnly.TryParse(end == "24:00" ? "00:00" : end, CultureInfo.InvariantCulture, out var to)
            ? new PlannedHours(from, to)
            : throw new FormatException($"'{text}' are no hours: write 22:00-06:00.");

    private static DateTimeOffset? Moment(string? text, TimeZoneInfo zone)
    {
        if (text is null)
            return null;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            throw new FormatException($"'{text}' is no time: write 2026-10-14 18:00.");
        return time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, zone.GetUtcOffset(time))
            : new DateTimeOffset(time.ToUniversalTime());
    }

    private static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new FormatException($"'{id}' is no time zone: write Europe/Istanbul or UTC.");
}
