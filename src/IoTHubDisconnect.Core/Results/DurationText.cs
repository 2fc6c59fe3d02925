using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>
/// Durations as views, reasons and evidence write them: up to three units, none of them zero at the end.
/// All can be typed as they are shown.
/// </summary>
internal static class DurationText
{
    /// <summary>
    /// A time span as <c>4.2s</c>, <c>3m12s</c>, <c>1h</c>, <c>5h03m20s</c> or <c>1d03h20m</c>; a sum that is more
    /// than one holds as <c>&gt; 29,247 y</c>.
    /// </summary>
    public static string Of(TimeSpan span) =>
        span.TotalSeconds switch
        {
            _ when span == TimeSpan.MaxValue => string.Create(
                CultureInfo.InvariantCulture,
                $"> {TimeSum.MostYears:N0} y"
            ),
            < 0 => $"-{Of(span.Negate())}",
            < 59.95 => span.TotalSeconds.ToString("0.0's'", CultureInfo.InvariantCulture),
            < 86_399.5 => OfHours(TimeSpan.FromSeconds(Math.Round(span.TotalSeconds))),
            _ => OfDays(TimeSpan.FromMinutes(Math.Round(span.TotalMinutes))),
        };

    /// <summary>Seconds in the same way; null where they were not seen.</summary>
    public static string Of(double? seconds) => seconds is { } known ? Of(TimeSpan.FromSeconds(known)) : "not seen";

    private static string OfHours(TimeSpan span) => Join((span.Hours, 'h'), (span.Minutes, 'm'), (span.Seconds, 's'));

    private static string OfDays(TimeSpan span) => Join((span.Days, 'd'), (span.Hours, 'h'), (span.Minutes, 'm'));

    private static string Join(params (int Number, char Unit)[] parts)
    {
        var first = Array.FindIndex(parts, p => p.Number > 0);
        var last = Array.FindLastIndex(parts, p => p.Number > 0);
        return string.Concat(
            parts[first..(last + 1)]
                .Select(
                    (part, i) => part.Number.ToString(i == 0 ? "0" : "00", CultureInfo.InvariantCulture) + part.Unit
                )
        );
    }
}
