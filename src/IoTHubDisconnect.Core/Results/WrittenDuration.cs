using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace IoTHubDisconnect;

/// <summary>
/// Reads durations as people write them: <c>90s</c>, <c>45min</c>, <c>2d12h</c>, <c>1
/// week</c>, <c>PT24H</c> or <c>02:30:00</c>. .NET would take <c>24:00:00</c> for days.
/// </summary>
internal static partial class WrittenDuration
{
    private const string Units =
        "ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?";

    /// <summary>The time span that a text means; null where it means none, a bare number among others.</summary>
    public static TimeSpan? Parse(string text)
    {
        try
        {
            var written = text.Trim();
            if (Parts().Match(written) is { Success: true } parts)
                return Sum(parts);
            if (Weeks().Match(written) is { Success: true } weeks)
                return Span(weeks.Groups[1].Value, "w");
            if (written.StartsWith('P'))
                return XmlConvert.ToTimeSpan(written);
            if (Hours().Match(written) is { Success: true } hours)
                return Span(hours.Groups[1].Value, "h") + Clock($"0:{hours.Groups[2].Value}");
            return written.Contains(':') ? Clock(written) : null;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static TimeSpan Clock(string written) => TimeSpan.Parse(written, CultureInfo.InvariantCulture);

    private static TimeSpan Sum(Match parts)
    {
        var (numbers, units) = (parts.Groups[1].Captures, parts.Groups[2].Captures);
        return Enumerable
            .Range(0, numbers.Count)
            .Aggregate(TimeSpan.Zero, (sum, i) => sum + Span(numbers[i].Value, units[i].Value));
    }

    private static TimeSpan Span(string number, string unit)
    {
        var value = double.Parse(number, CultureInfo.InvariantCulture);
        return unit.ToLowerInvariant() switch
        {
            ['m', 's', ..] or ['m', 'i', 'l', ..] => TimeSpan.FromMilliseconds(value),
            ['s', ..] => TimeSpan.FromSeconds(value),
            ['m', ..] => TimeSpan.FromMinutes(value),
            ['h', ..] => TimeSpan.FromHours(value),
            ['d', ..] => TimeSpan.FromDays(value),
            _ => TimeSpan.FromDays(7 * value),
        };
    }

    [GeneratedRegex(
        $@"^(?:(\d+(?:\.\d+)?)\s*({Units})(?:\s*,?\s+and\s+|\s*,\s*|\s*))+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(\d+):(\d+(?::\d+(?:\.\d+)?)?)$")]
    private static partial Regex Hours();

    [GeneratedRegex(@"^P(\d+)W$")]
    private static partial Regex Weeks();
}
