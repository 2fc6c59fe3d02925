using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Report.Tests.Pages;

/// <summary>A report as a machine reads it: its tables and the exact figures in them.</summary>
public sealed partial class ReportPage(string markup)
{
    public string Markup { get; } = markup;

    /// <summary>What a person reads, without the style sheet.</summary>
    public string Text { get; } = WebUtility.HtmlDecode(Tags().Replace(Style().Replace(markup, ""), " "));

    /// <summary>The figure that an element carries.</summary>
    public long FigureOf(string id) =>
        long.Parse(Regex.Match(Markup, $"id=\"{id}\" data-v=\"(\\d+)\"").Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>
    /// The rows of a table, each by its name, with its figures from left to right; null where there is none.
    /// </summary>
    public IReadOnlyDictionary<string, long?[]> Table(string id)
    {
        var table = Regex
            .Match(Markup, $"<table id=\"{id}\"[^>]*>(.*?)</table>", RegexOptions.Singleline)
            .Groups[1]
            .Value;
        return Row()
            .Matches(table)
            .ToDictionary(
                row => WebUtility.HtmlDecode(row.Groups["name"].Value + row.Groups["hub"].Value),
                row => Figures(row.Value)
            );
    }

    /// <summary>The rows of a table by the text that heads them.</summary>
    public IEnumerable<(string Head, long?[] Figures)> Rows(string id)
    {
        var table = Regex
            .Match(Markup, $"<table id=\"{id}\"[^>]*>(.*?)</table>", RegexOptions.Singleline)
            .Groups[1]
            .Value;
        return HeadedRow()
            .Matches(table)
            .Select(row => (WebUtility.HtmlDecode(Tags().Replace(row.Groups[1].Value, "")).Trim(), Figures(row.Value)));
    }

    /// <summary>How many devices each card is about, from the first card on.</summary>
    public IReadOnlyList<int> CardSizes =>
        [
            .. Regex
                .Matches(Markup, "class=\"card device\" data-devices=\"(\\d+)\"")
                .Select(card => int.Parse(card.Groups[1].Value, CultureInfo.InvariantCulture)),
        ];

    /// <summary>What the first card is about.</summary>
    public string FirstCard =>
        WebUtility.HtmlDecode(Regex.Match(Markup, "<h3 id=\"device-1\"><bdi>(.*?)</bdi>").Groups[1].Value);

    private static long?[] Figures(string row) =>
        [
            .. Cell()
                .Matches(row)
                .Select(c =>
                    c.Groups[1].Success ? long.Parse(c.Groups[1].Value, CultureInfo.InvariantCulture) : (long?)null
                ),
        ];

    [GeneratedRegex("<style>.*?</style>|<title>.*?</title>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(
        "<tr data-name=\"(?<name>[^\"]*)\"(?: data-hub=\"(?<hub>[^\"]*)\")?>.*?</tr>",
        RegexOptions.Singleline
    )]
    private static partial Regex Row();

    [GeneratedRegex("<tr><th scope=\"row\"[^>]*>(.*?)</th>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex HeadedRow();

    [GeneratedRegex("<td class=\"n\"(?: data-v=\"(-?\\d+)\")?[^>]*>")]
    private static partial Regex Cell();
}
