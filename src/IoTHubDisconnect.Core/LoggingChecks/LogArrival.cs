using System.Globalization;
using System.Text.Json;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Since when a hub's rows arrive, and how late.</summary>
internal sealed record LogArrival(long Rows, DateTimeOffset? First, DateTimeOffset? Newest, TimeSpan? Delay)
{
    /// <summary>
    /// The workspaces whose rows are missing here, because the identity may not read them.
    /// </summary>
    public IReadOnlyList<DeniedWorkspace> Denied { get; init; } = [];

    public static readonly TimeSpan Period = TimeSpan.FromDays(30);

    /// <summary>Whether the oldest row of <see cref="Period"/> is the first that there is.</summary>
    public static bool IsFirst(DateTimeOffset oldest) => oldest > DateTimeOffset.UtcNow - Period + TimeSpan.FromDays(1);

    /// <exception cref="AzureException">The rows cannot be read.</exception>
    public static async Task<LogArrival> ReadAsync(IAzureConnection azure, string resourceId, AzureCall call)
    {
        var now = DateTimeOffset.UtcNow;
        var text = $"""
            {ConnectionQuery.DefaultTable}
            | where TimeGenerated >= {Kql.Time(now - Period)} and Category =~ "Connections"
            | extend Late = ingestion_time() - TimeGenerated
            | summarize Rows = count(), First = min(TimeGenerated), Newest = max(TimeGenerated), Delay = percentile(Late, 95)
            """;
        try
        {
            await using var answer = await azure
                .QueryAsync(new LogQuery(new ResourceTarget(resourceId), text, now - Period, now), call)
                .ConfigureAwait(false);
            var table = await QueryTable.ReadAsync(answer, call.Cancellation).ConfigureAwait(false);
            if (table.Rows.Count == 0)
                return new LogArrival(0, null, null, null) { Denied = table.Denied };
            var row = table.Rows[0];
            return new LogArrival(
                table.Cell(row, "Rows").GetInt64(),
                TimeOf(table.Cell(row, "First")),
                TimeOf(table.Cell(row, "Newest")),
                DurationOf(table.Cell(row, "Delay"))
            )
            {
                Denied = table.Denied,
            };
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or InvalidDataException
                        or InvalidOperationException
                        or FormatException
                        or KeyNotFoundException
            )
        {
            throw new AzureException(AzureErrorKind.UnexpectedAnswer, $"{resourceId}: {exception.Message}", exception)
            {
                Target = resourceId,
            };
        }
    }

    private static DateTimeOffset? TimeOf(JsonElement cell) =>
        cell.ValueKind == JsonValueKind.String
            ? DateTimeOffset.Parse(
                cell.GetString()!,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            )
            : null;

    private static TimeSpan? DurationOf(JsonElement cell) =>
        cell.ValueKind == JsonValueKind.String
        && TimeSpan.TryParse(cell.GetString(), CultureInfo.InvariantCulture, out var span)
            ? span
            : null;
}
