using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>Durations as views, reasons and evidence write them.</summary>
internal static class DurationText
{
    /// <summary>A time span as <c>4.2s</c>, <c>3m12s</c>, <c>5h03m20s</c> or <c>1.03:20:11</c>; a sum that is more than one holds as <c>&gt; 29,247 y</c>.</summary>
    public static string Of(TimeSpan span) => span.TotalSeconds switch
    {
        _ when span == TimeSpan.MaxValue => string.Create(CultureInfo.InvariantCulture, $"> {TimeSum.MostYears:N0} y"),
        < 0 => span.ToString("c", CultureInfo.InvariantCulture),
        < 59.95 => span.TotalSeconds.ToString("0.0's'", CultureInfo.InvariantCulture),
        var seconds => WholeSeconds(TimeSpan.FromSeconds(Math.Round(seconds))),
    };

    /// <summary>Seconds in the same way; null where they were not seen.</summary>
    public static string Of(double? seconds) => seconds is { } known ? Of(TimeSpan.FromSeconds(known)) : "not seen";

    private static string WholeSeconds(TimeSpan span) => span.ToString(span switch
    {
        { TotalHours: < 1 } => "%m'm'ss's'",
        { TotalDays: < 1 } => "%h'h'mm'm'ss's'",
        _ => @"d\.hh\:mm\:ss",
    }, CultureInfo.InvariantCulture);
}
