using System.Text.Json;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>The answer to a query that sums up: few rows, kept as they are.</summary>
internal sealed class QueryTable
{
    private readonly Dictionary<string, int> _columns;

    private QueryTable(
        Dictionary<string, int> columns,
        IReadOnlyList<JsonElement> rows,
        IReadOnlyList<DeniedWorkspace> denied
    )
    {
        _columns = columns;
        Rows = rows;
        Denied = denied;
    }

    public IReadOnlyList<JsonElement> Rows { get; }

    /// <summary>The workspaces that the caller may not read, so that their rows are missing.</summary>
    public IReadOnlyList<DeniedWorkspace> Denied { get; }

    /// <summary>A row's value in a column.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public JsonElement Cell(JsonElement row, string column) =>
        _columns.TryGetValue(column, out var at) && row.ValueKind == JsonValueKind.Array && at < row.GetArrayLength()
            ? row[at]
            : throw new InvalidDataException($"The answer has no {column}.");

    /// <summary>Reads the first table of an answer.</summary>
    /// <exception cref="InvalidDataException">The answer is cut off, is no answer, or is not the whole one.</exception>
    /// <exception cref="IOException">The connection was cut.</exception>
    public static async Task<QueryTable> ReadAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            using var answer = await JsonDocument.ParseAsync(body, default, cancellation).ConfigureAwait(false);
            if (
                (Member(answer.RootElement, "error") ?? Member(answer.RootElement, "Exceptions")) is { } remark
                && ServiceRemark.Of(JsonSerializer.SerializeToUtf8Bytes(remark)) is { } said
            )
                throw new InvalidDataException($"The answer is not complete: {said.Message}");

            var tables =
                Member(answer.RootElement, "tables")
                ?? Member(answer.RootElement, "Tables")
                ?? throw new InvalidDataException("The answer has no tables.");
            var table = tables.EnumerateArray().FirstOrDefault();
            var columns = (Member(table, "columns") ?? Member(table, "Columns"))
                ?.EnumerateArray()
                .Select(
                    (column, i) => ((Member(column, "name") ?? Member(column, "ColumnName"))?.GetString() ?? "", i)
                );
            var rows = (Member(table, "rows") ?? Member(table, "Rows"))?.EnumerateArray().Select(row => row.Clone());
            return new QueryTable(
                columns!.ToDictionary(c => c.Item1, c => c.i),
                [.. rows!],
                LogPermissions.DeniedIn(answer.RootElement)
            );
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(
                $"The answer is not in the form that the service documents: {exception.Message}",
                exception
            );
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;
}
