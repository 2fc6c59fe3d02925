using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Writes values the way the views show them, figures as in the reader's culture. Objects that came back from a job or
/// another machine carry text where a type was lost, so whatever is not known is written as it is.
/// </summary>
public static class Format
{
    private const string None = "-";

    /// <summary>A text as it is, but for what a terminal would obey.</summary>
    public static string Text(object? text) => PlainText.Of($"{Bare(text)}");

    /// <summary>A text, or a dash where there is none.</summary>
    public static string TextOrNone(object? text) => Bare(text) is null ? None : Text(text);

    /// <summary>A moment as <c>2026-11-16 01:58:36</c>, UTC.</summary>
    public static string Time(object? time) =>
        Bare(time) switch
        {
            null => None,
            DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment) => Time(
                moment
            ),
            var other => Text(other),
        };

    /// <summary>A moment to the minute, as <c>2026-11-16 01:58</c>, UTC.</summary>
    public static string Minute(object? time) => Time(time) is { Length: 19 } moment ? moment[..16] : Time(time);

    /// <summary>
    /// When a device went, as <c>2026-11-16 01:58</c>, UTC; <c>≤2026-11-16 01:58</c> where it went earlier.
    /// </summary>
    public static string Since(object? time, object? isLonger) =>
        $"{(Bare(isLonger) is true ? "≤" : "")}{Minute(time)}";

    /// <summary>A time span as <c>4.2 s</c>, <c>3 min 12 s</c>, <c>5 h 3 min</c> or <c>1 d 3 h</c>.</summary>
    public static string Duration(object? duration) =>
        Bare(duration) switch
        {
            null => None,
            TimeSpan span => DurationText.Shown.Write(span),
            var other => Text(other),
        };

    /// <summary>A downtime, with what of it goes on, of which only the least is known: <c>≥ 5 h 34 min</c>.</summary>
    public static string Downtime(object? over, object? open) =>
        Bare(open) switch
        {
            null => Duration(over),
            TimeSpan least => DurationText.Shown.Downtime(Bare(over) as TimeSpan?, least)!,
            var other => Text(other),
        };

    /// <summary>The time lost, of which only the least is known where some of it goes on.</summary>
    public static string Lost(object? lost, object? open) => Bare(open) is null ? Duration(lost) : Downtime(null, lost);

    /// <summary>
    /// A time span in milliseconds where it is short, as <c>8.4 ms</c>, <c>120 ms</c> or <c>15.0 s</c>.
    /// </summary>
    public static string Latency(object? latency) =>
        Bare(latency) switch
        {
            null => None,
            TimeSpan { TotalMilliseconds: < 10 } span => span.TotalMilliseconds.ToString(
                "0.0 'ms'",
                CultureInfo.CurrentCulture
            ),
            TimeSpan { TotalSeconds: < 10 } span => span.TotalMilliseconds.ToString(
                "0 'ms'",
                CultureInfo.CurrentCulture
            ),
            TimeSpan { TotalSeconds: < 100 } span => span.TotalSeconds.ToString("0.0 's'", CultureInfo.CurrentCulture),
            TimeSpan span => Duration(span),
            var other => Text(other),
        };

    /// <summary>Facts as one name and value a line.</summary>
    public static string Facts(object? facts) =>
        Bare(facts) is IDictionary all
            ? string.Join('\n', all.Keys.Cast<object>().Select(name => $"{Text(name)}: {Fact(all[name])}"))
            : PlainText.Lines($"{facts}");

    /// <summary>How long a session lasted, or how often a device tried to open one.</summary>
    public static string DurationOrAttempts(object? duration, object? attempts) =>
        Bare(attempts) switch
        {
            null => Duration(duration),
            1 => "1 try",
            var many => $"{many} tries",
        };

    /// <summary>What happened: <c>Closed after 35 min 1 s, back after 4.3 s</c>.</summary>
    public static string Outcome(object? attempts, object? duration, object? downtime, object? awaySince)
    {
        var how =
            Bare(attempts) is not null ? $"Refused, {DurationOrAttempts(duration, attempts)}"
            : Bare(duration) is null ? "Closed"
            : $"Closed after {Duration(duration)}";
        return Bare(downtime) is not null ? $"{how}, back after {Duration(downtime)}"
            : Bare(awaySince) is not null ? $"{how}, not seen again"
            : $"{how}, its return is not in the log";
    }

    /// <summary>The error code in full: <c>401003 IotHubUnauthorized, with 404104</c>.</summary>
    public static string Error(object? code, object? name, object? related)
    {
        var error = $"{code} {name}".Trim();
        return Bare(related) is { } other ? $"{error}, with {other}" : error;
    }

    /// <summary>A part of one as a percentage.</summary>
    public static string Percent(object? part) =>
        Bare(part) switch
        {
            null => None,
            double value => PercentText.Of(value, "{0}%"),
            var other => Text(other),
        };

    /// <summary>How far a fact speaks for the cause, with its sign.</summary>
    public static string Weight(double weight) => weight.ToString("+0.0;-0.0;0.0", CultureInfo.CurrentCulture);

    /// <summary>
    /// Whether something belongs to normal operation; of a group for which that differs, the part that does.
    /// </summary>
    public static string Expected(object? isExpected, long expected, long count) =>
        Bare(isExpected) is bool ? Expected(isExpected) : Percent((double)expected / count);

    /// <summary>Whether something belongs to normal operation.</summary>
    public static string Expected(object? isExpected) =>
        Bare(isExpected) switch
        {
            true => "yes",
            false => "no",
            _ => "depends",
        };

    /// <summary>A list as one item a line.</summary>
    public static string Lines(object? items) =>
        Bare(items) is IEnumerable list and not string
            ? string.Join('\n', list.Cast<object>().Select(Line))
            : PlainText.Lines($"{items}");

    /// <summary>A list on one line.</summary>
    public static string Inline(object? items) =>
        Bare(items) is IEnumerable list and not string
            ? string.Join(", ", list.Cast<object>().Select(Text))
            : Text(items);

    /// <summary>A list on one line, but for what stands beside it already; a dash where no more is in it.</summary>
    public static string InlineBeside(object? items, object? beside) =>
        Bare(items) is IEnumerable list and not string
            ? Inline(list.Cast<object>().Where(item => Text(item) != Text(beside)).DefaultIfEmpty(None))
            : Text(items);

    /// <summary>Lines as numbered steps; a single one goes without a number.</summary>
    public static string Steps(string? lines)
    {
        var steps = (lines ?? "").Split('\n');
        return steps.Length == 1 ? steps[0] : string.Join('\n', steps.Select((step, i) => $"{i + 1}. {step}"));
    }

    private static string Fact(object? value) =>
        Bare(value) switch
        {
            TimeSpan span => Latency(span),
            DateTimeOffset time => Time(time),
            IEnumerable list and not string => Inline(list),
            var other => PlainText.Of(string.Create(CultureInfo.CurrentCulture, $"{other}")),
        };

    private static string Line(object item) =>
        PlainText.Of(
            Bare(item) switch
            {
                DisconnectEvidence fact => $"{Weight(fact.Weight), 5}  {fact.Name}: {fact.Value}{Remark(fact)}",
                AlternativeCause other => $"{other.Cause} {Percent(other.Confidence)}",
                var other => $"{other}",
            }
        );

    private static string Remark(DisconnectEvidence fact)
    {
        var against = fact.Weight < 0 ? "speaks against it" : null;
        var expected = fact.Expected is null ? null : $"expected: {fact.Expected}";
        return against is null && expected is null
            ? ""
            : $" ({string.Join("; ", new[] { against, expected }.OfType<string>())})";
    }

    private static object? Bare(object? value) =>
        value switch
        {
            PSObject { BaseObject: PSCustomObject } typeless => typeless.ToString(),
            PSObject wrapped => wrapped.BaseObject,
            _ => value,
        };
}
