namespace IoTHubDisconnect;

/// <summary>Writes how many of a thing there are.</summary>
internal static class Counted
{
    /// <summary><c>1 row</c>, <c>2,000 rows</c>; for words with a regular plural.</summary>
    public static string Of(long count, string thing) => $"{count:N0} {thing}{(count == 1 ? "" : "s")}";
}
