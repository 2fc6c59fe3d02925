namespace IoTHubDisconnect.Reports;

/// <summary>A table as Markdown.</summary>
internal static class MarkdownTable
{
    public static MarkdownText Of<T>(Column[] columns, IEnumerable<T> items, Func<T, string[]> cells) =>
        MarkdownText.Of(
            $"{Row([.. columns.Select(c => c.Name)])}|"
                + $"{new MarkdownText(string.Concat(columns.Select(c => c.IsNumber ? " ---: |" : " --- |")))}\n"
                + $"{MarkdownText.Each(items, item => Row(cells(item)))}"
        );

    private static MarkdownText Row(string[] cells) =>
        MarkdownText.Of($"|{MarkdownText.Each(cells, cell => MarkdownText.Of($" {cell} |"))}\n");

    /// <summary>A column; figures stand on its right.</summary>
    public readonly record struct Column(string Name, bool IsNumber = false);

    /// <summary>How many more there are than a table shows; nothing where it shows all.</summary>
    public static MarkdownText Rest(int count, string sentence) =>
        count > 0 ? MarkdownText.Of($"\n{sentence}\n") : MarkdownText.None;
}
