namespace AzureStandIn.Logs;

/// <summary>What the query services refuse to exceed. Azure's own figures are the defaults.</summary>
public sealed record QueryLimits
{
    /// <summary>Rows of one answer.</summary>
    public int Rows { get; init; } = 500_000;

    /// <summary>Bytes of one answer, before it is compressed.</summary>
    public long Bytes { get; init; } = 100_000_000;

    /// <summary>
    /// Queries that one principal may have under way. Azure queues more for a while; here they get 429 at once.
    /// </summary>
    public int ConcurrentQueries { get; init; } = 5;

    /// <summary>Queries that one principal may send within <see cref="RateWindow"/>.</summary>
    public int QueriesPerWindow { get; init; } = 200;

    /// <summary>The time that <see cref="QueriesPerWindow"/> is counted over.</summary>
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What Retry-After says, in seconds, where a limit on queries is met; null for no such header.</summary>
    public int? RetryAfter { get; init; } = 1;

    /// <summary>How long a query may run, by the clock. What the request prefers counts where it is less.</summary>
    public TimeSpan QueryTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Rows that a query can read before its time is up, so that a test needs no clock; null for any number.
    /// </summary>
    public long? RowsRead { get; init; }
}
