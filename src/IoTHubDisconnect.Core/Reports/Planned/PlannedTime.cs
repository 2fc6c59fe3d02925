using System.IO.Enumeration;

namespace IoTHubDisconnect;

/// <summary>A time in which devices are meant to be away: nights, weekends, a day of maintenance.</summary>
public sealed class PlannedTime
{
    internal PlannedTime() { }

    /// <summary>The days of the week that it begins on; empty for all.</summary>
    public TextList<DayOfWeek> Day { get; internal init; } = new([]);

    /// <summary>The hours of these days; null for all. Hours that end before they begin end on the next day.</summary>
    public PlannedHours? Hours { get; internal init; }

    /// <summary>The first moment of a time that comes once; null for one without a begin.</summary>
    public DateTimeOffset? StartTime { get; internal init; }

    /// <summary>The end of a time that comes once; null for one without an end.</summary>
    public DateTimeOffset? EndTime { get; internal init; }

    /// <summary>The hubs, with wildcards; null for all.</summary>
    public string? HubName { get; internal init; }

    /// <summary>The masked addresses of sites, with wildcards; null for all.</summary>
    public string? Site { get; internal init; }

    /// <summary>The devices, with wildcards; case matters. Null for all.</summary>
    public string? DeviceId { get; internal init; }

    /// <summary>The time zone of days and hours.</summary>
    public TimeZoneInfo TimeZone { get; internal init; } = TimeZoneInfo.Local;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(
            ' ',
            new[]
            {
                Day.ToString(),
                Hours?.ToString(),
                $"{StartTime:u}",
                $"{EndTime:u}",
                HubName,
                Site,
                DeviceId,
            }.Where(part => !string.IsNullOrEmpty(part))
        );

    internal bool Concerns(string hub, string device, string? site) =>
        Matches(HubName, hub, ignoreCase: true)
        && Matches(DeviceId, device, ignoreCase: false)
        && Matches(Site, site ?? "", ignoreCase: true);

    /// <summary>When the planned time that a moment is in goes on until; null where it is in none.</summary>
    internal DateTimeOffset? EndAt(DateTimeOffset moment)
    {
        var last = EndTime ?? DateTimeOffset.MaxValue;
        if (moment < StartTime || moment >= last)
            return null;
        if (Day.Count == 0 && Hours is null)
            return last;
        var local = TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime;
        foreach (var day in new[] { local.Date, local.Date.AddDays(-1) })
        {
            if (Day.Count > 0 && !Day.Contains(day.DayOfWeek))
                continue;
            var (from, to) = Hours is { } hours ? hours.On(day) : (day, day.AddDays(1));
            if (from <= local && local < to)
                return to - local < last - moment ? moment + (to - local) : last;
        }
        return null;
    }

    private static bool Matches(string? pattern, string name, bool ignoreCase) =>
        pattern is null || FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase);
}
