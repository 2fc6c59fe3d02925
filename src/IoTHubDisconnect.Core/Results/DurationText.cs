using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace IoTHubDisconnect;

/// <summary>
/// Durations as a person reads them, alike in views, reasons, evidence and reports: one or two units, the second of
/// which is left out where it is zero.
/// </summary>
internal sealed class DurationText
{
    /// <summary>From so many days on, their hours tell nothing.</summary>
    private const int ManyDays = 100;

    private static readonly ConcurrentDictionary<string, DurationText> Loaded = new();
    private static readonly DurationText English = new("en");

    private readonly Dictionary<string, string> _units = [];
    private readonly CultureInfo _figures = (CultureInfo)CultureInfo.InvariantCulture.Clone();

    private DurationText(string language)
    {
        using var stream = EmbeddedResource.Open(ResourceOf(language));
        using var document = JsonDocument.Parse(stream);
        foreach (var unit in document.RootElement.EnumerateObject())
            _units.Add(unit.Name, unit.Value.GetString()!);
        _figures.NumberFormat.NumberGroupSeparator = _units["group"];
        _figures.NumberFormat.NumberDecimalSeparator = _units["decimal"];
    }

    private DurationText(DurationText words, CultureInfo figures) => (_units, _figures) = (words._units, figures);

    /// <summary>
    /// A time span in English, as <c>4.2 s</c>, <c>3 min 12 s</c>, <c>1 h</c>, <c>5 h 3 min</c> or <c>1 d 3 h</c>; a
    /// sum that is more than one holds as <c>&gt; 29,247 y</c>. In quotes it can be typed as it is shown.
    /// </summary>
    public static string Of(TimeSpan span) => English.Write(span);

    /// <summary>The same in the culture's language; in English where there are no units in it.</summary>
    public static string In(CultureInfo culture, TimeSpan span) => For(culture).Write(span);

    /// <summary>As figures are written in texts of the culture's language, dates and times as everywhere.</summary>
    public static CultureInfo FiguresIn(CultureInfo culture) => For(culture)._figures;

    /// <summary>In English, with figures as in the session's culture, which those beside it are in.</summary>
    public static DurationText Shown => new(English, CultureInfo.CurrentCulture);

    /// <summary>A downtime, with what of it goes on, of which only the least is known: <c>≥ 5 h 34 min</c>.</summary>
    public static string? DowntimeIn(CultureInfo culture, TimeSpan? over, TimeSpan? open) =>
        For(culture).Downtime(over, open);

    public string? Downtime(TimeSpan? over, TimeSpan? open) =>
        open is { } least ? $"≥ {Write(Floor(TimeSum.Of((Int128)over.GetValueOrDefault().Ticks + least.Ticks)))}"
        : over is { } known ? Write(known)
        : null;

    /// <summary>The span without what is smaller than the units that tell it: a least is not rounded up.</summary>
    private static TimeSpan Floor(TimeSpan span)
    {
        var step = span.TotalSeconds switch
        {
            _ when span == TimeSpan.MaxValue => 1,
            < 60 => TimeSpan.TicksPerSecond / 10,
            < 3600 => TimeSpan.TicksPerSecond,
            < 86_400 => TimeSpan.TicksPerMinute,
            < ManyDays * 86_400 => TimeSpan.TicksPerHour,
            _ => TimeSpan.TicksPerDay,
        };
        return new TimeSpan(span.Ticks - span.Ticks % step);
    }

    private static DurationText For(CultureInfo culture) =>
        Loaded.GetOrAdd(
            culture.TwoLetterISOLanguageName,
            language => EmbeddedResource.Exists(ResourceOf(language)) ? new DurationText(language) : English
        );

    private static string ResourceOf(string language) => $"durations.{language}.json";

    public string Write(TimeSpan span) =>
        span.TotalSeconds switch
        {
            _ when span == TimeSpan.MaxValue => $"> {Number(TimeSum.MostYears, "N0")} {_units["year"]}",
            < 0 => $"-{Write(TimeSum.Of(-(Int128)span.Ticks))}",
            < 59.95 => $"{Number(span.TotalSeconds, "0.0")} {_units["second"]}",
            < 3600 - 0.5 => Write(span, "minute", 60, "second", 1),
            < 86_400 - 30 => Write(span, "hour", 3600, "minute", 60),
            < ManyDays * 86_400 - 1800 => Write(span, "day", 86_400, "hour", 3600),
            _ => $"{Number(Math.Round(span.TotalDays), "N0")} {_units["day"]}",
        };

    private string Write(TimeSpan span, string unit, int seconds, string smaller, int smallerSeconds)
    {
        var all = (int)Math.Round(span.TotalSeconds / smallerSeconds);
        var (whole, rest) = Math.DivRem(all, seconds / smallerSeconds);
        var first = $"{Number(whole, "0")} {_units[unit]}";
        return rest == 0 ? first : $"{first} {Number(rest, "0")} {_units[smaller]}";
    }

    private string Number(double number, string format) => number.ToString(format, _figures);
}
