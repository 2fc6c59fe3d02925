using System.Globalization;
using System.Text.Json;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Reports;

/// <summary>The words of a report, and how it writes figures, in one language.</summary>
internal sealed class ReportLanguage
{
    /// <summary>A space that no line breaks at.</summary>
    public const char NoBreak = '\u00A0';

    private const string Fallback = "en";

    private readonly Dictionary<string, string> _texts = [];
    private readonly NumberFormatInfo _numbers;

    private ReportLanguage(CultureInfo culture, string name)
    {
        Name = name;
        Culture = culture;
        Catalogue = DisconnectCatalogue.For(culture);
        using var stream = EmbeddedResource.Open(ResourceOf(name));
        using var document = JsonDocument.Parse(stream);
        foreach (var text in document.RootElement.EnumerateObject())
            _texts.Add(text.Name, text.Value.GetString()!);
        _numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        _numbers.NumberGroupSeparator = this["number.group"];
        _numbers.NumberDecimalSeparator = this["number.decimal"];
    }

    /// <summary>The ISO 639 code, such as <c>tr</c>.</summary>
    public string Name { get; }

    /// <summary>The reader's, which may be of a language that there are no texts in.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Causes and codes in the language, with links in the reader's locale.</summary>
    public DisconnectCatalogue Catalogue { get; }

    public string this[string key] => _texts[key];

    /// <summary>The culture's language where there are texts in it, else English.</summary>
    public static ReportLanguage Of(CultureInfo culture) =>
        new(
            culture,
            EmbeddedResource.Exists(ResourceOf(culture.TwoLetterISOLanguageName))
                ? culture.TwoLetterISOLanguageName
                : Fallback
        );

    public string Format(string key, params object[] values) =>
        string.Format(
            _numbers,
            this[key],
            Array.ConvertAll(
                values,
                v =>
                    v switch
                    {
                        int or long => Number(Convert.ToInt64(v, CultureInfo.InvariantCulture)),
                        _ => v,
                    }
            )
        );

    /// <summary>
    /// A text that differs by number, as <c>key.one</c> and <c>key.many</c>; the number is its first value.
    /// </summary>
    public string Count(string key, long count, params object[] values) =>
        Format(count == 1 ? $"{key}.one" : $"{key}.many", [count, .. values]);

    public string Number(long number) => number.ToString("N0", _numbers);

    public string Number(double number, string format) => number.ToString(format, _numbers);

    public string Percent(double part) => PercentText.Of(part, this["number.percent"]);

    public string Duration(TimeSpan? span) => Downtime(span, null);

    /// <summary>
    /// A downtime, with what of it goes on: of that only the least is known. No line breaks within it.
    /// </summary>
    public string Downtime(TimeSpan? over, TimeSpan? open) =>
        Unbroken(DurationText.DowntimeIn(Culture, over, open) ?? this["none"]);

    /// <summary>The time lost, of which only the least is known where some of it goes on.</summary>
    public string Lost(TimeSpan lost, TimeSpan? open) => open is null ? Duration(lost) : Downtime(null, lost);

    /// <summary>A lifetime, which people set to whole hours or minutes.</summary>
    public string Lifetime(TimeSpan span) =>
        span.TotalSeconds % 3600 < 1 ? Unbroken(Format("lifetime.hours", (long)span.TotalHours))
        : span.TotalSeconds % 60 < 1 ? Unbroken(Format("lifetime.minutes", (long)span.TotalMinutes))
        : Duration(span);

    /// <summary>A page of learn.microsoft.com in the reader's locale.</summary>
    public Uri Link(string page) => LearnLocale.Localize(page, LearnLocale.Of(Culture));

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The end of a time; the clock alone where it is on the day of its begin.</summary>
    public static string Until(DateTimeOffset start, DateTimeOffset end) =>
        start.UtcDateTime.Date == end.UtcDateTime.Date
            ? end.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)
            : Time(end);

    private static string Unbroken(string text) => text.Replace(' ', NoBreak);

    private static string ResourceOf(string language) => $"report.{language}.json";
}
