namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Writes rows as CSV.</summary>
internal static class TableCsv
{
    /// <param name="rows">The rows.</param>
    /// <param name="separator">Between fields.</param>
    /// <param name="newLine">After rows.</param>
    /// <param name="order">By how many places the columns are turned round.</param>
    /// <param name="quoteAll">Whether fields get quotes that do not need them.</param>
    /// <param name="timeHeader">The header of the column with the time.</param>
    internal static string Write(
        IReadOnlyList<LogRow> rows,
        char separator,
        string newLine,
        int order = 0,
        bool quoteAll = false,
        string timeHeader = "TimeGenerated"
    )
    {
        var header = Turn(TableJson.Cells(new LogRow()), order)
            .Select(cell => cell.Name == "TimeGenerated" ? timeHeader : cell.Name);
        return string.Join(separator, header)
            + newLine
            + string.Concat(
                rows.Select(row =>
                    string.Join(
                        separator,
                        Turn(TableJson.Cells(row), order).Select(cell => Field(cell.Value, separator, quoteAll))
                    ) + newLine
                )
            );
    }

    private static IEnumerable<T> Turn<T>(T[] items, int by) => items[by..].Concat(items[..by]);

    private static string Field(string value, char separator, bool quote) =>
        quote || value.AsSpan().IndexOfAny(['"', '\r', '\n', separator]) >= 0
            ? $"\"{value.Replace("\"", "\"\"")}\""
            : value;
}
