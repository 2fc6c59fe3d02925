using IoTHubDisconnect.Reports;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Pages;

/// <summary>What a log names is text, whatever it looks like.</summary>
public sealed class HostileNameTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Fact]
    public void Html_shows_each_name_and_has_no_element_but_its_own()
    {
        var page = new ReportPage(Write("report.html"));

        Assert.All(
            HostileNames.All.Where(n => !n.Any(char.IsControl) && n[0] != '\u202E'),
            name => Assert.Contains(name, page.Text)
        );
        Assert.DoesNotContain("<script", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", page.Markup);
        Assert.DoesNotContain('\u202E', page.Markup);
        Assert.DoesNotContain("onload=alert(3)>", page.Markup);
    }

    [Fact]
    public void Markdown_keeps_its_lines_its_tables_and_its_links()
    {
        var lines = Write("report.md").Split('\n');
        var rows = lines
            .SkipWhile(line => !line.StartsWith("| Device |", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .ToArray();

        Assert.Equal(10 + 2, rows.Length);
        Assert.All(rows, row => Assert.Equal(9, System.Text.RegularExpressions.Regex.Count(row, @"(?<!\\)\|")));
        Assert.All(rows.Skip(2), row => Assert.DoesNotMatch(@"(?<![\\&])[`*\[\]#~@]|<|(?<!\\)://|www\.", row));
        Assert.Single(lines, line => line.StartsWith("# ", StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_has_no_cell_that_a_spreadsheet_takes_for_a_formula()
    {
        var lines = Write("report.csv").TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(HostileNames.All.Length + 1, lines.Length);
        Assert.All(lines, line => Assert.DoesNotMatch("""(^|,)"?\s*[=+@\t-]""", line));
    }

    [Theory]
    [InlineData("press-01", "press-01")]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData(" =1", "' =1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("a,b\"c", "\"a,b\"\"c\"")]
    [InlineData("\t=1", "'\uFFFD=1")]
    [InlineData("=a;b", "\"'=a;b\"")]
    public void Cells_begin_with_an_apostrophe_where_they_look_like_a_formula(string text, string cell) =>
        Assert.Equal(cell, CsvReport.Cell(text));

    [Theory]
    [InlineData("press-01", "press-01")]
    [InlineData("Ölçü İ 日本 😀", "Ölçü İ 日本 😀")]
    [InlineData("a\r\nb\0", "a\uFFFD\uFFFDb\uFFFD")]
    [InlineData("\u202Ex\u2066y\u200B", "\uFFFDx\uFFFDy\uFFFD")]
    public void Characters_that_are_not_to_be_seen_are_made_visible(string text, string plain) =>
        Assert.Equal(plain, PlainText.Of(text));

    [Theory]
    [InlineData("a|b_c*", @"a\|b\_c\*")]
    [InlineData("<b>&", "&lt;b&gt;&amp;")]
    [InlineData("@all", "&#64;all")]
    [InlineData("https://x", @"https\://x")]
    [InlineData("www.x.org", @"www\.x.org")]
    [InlineData(@"a\|b", @"a\\\|b")]
    public void Markdown_takes_names_for_text(string text, string escaped) =>
        Assert.Equal(escaped, MarkdownText.Of($"{text}").Markup);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private string Write(string file)
    {
        var log = _folder.Write("hostile.json", HostileNames.Rows);
        _session
            .Run("Export-DisconnectReport $log $file -Culture en-US", ("log", log), ("file", _folder.PathOf(file)))
            .Clean();
        return File.ReadAllText(_folder.PathOf(file));
    }
}
