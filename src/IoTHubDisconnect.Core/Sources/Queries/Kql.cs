using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>
/// Writes values as literals of the Kusto Query Language. Whatever a person gave goes into a query through here.
/// </summary>
internal static class Kql
{
    /// <summary>
    /// A string literal: what is neither a letter, a digit nor plain punctuation is written as its code.
    /// </summary>
    public static string Text(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is >= ' ' and <= '~' and not '"' and not '\'' and not '\\')
                literal.Append(c);
            else
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return literal.Append('"').ToString();
    }

    public static string Texts(IEnumerable<string> values) => string.Join(", ", values.Select(Text));

    /// <summary>A table or column whatever it is called.</summary>
    public static string Name(string name) => IsPlain(name) ? name : $"[{Text(name)}]";

    public static string Time(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"datetime({time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ})");

    public static string Duration(TimeSpan span) => $"{(long)span.TotalSeconds}s";

    private static bool IsPlain(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]);
}
