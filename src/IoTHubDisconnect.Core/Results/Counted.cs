using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>Writes how many of a thing there are, alike in every culture: sentences may end up in files.</summary>
internal static class Counted
{
    /// <summary><c>1 row</c>, <c>2,000 rows</c>; for words with a regular plural.</summary>
    public static string Of(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{S(count)}");

    /// <summary>What a regular plural ends in.</summary>
    public static string S(long count) => count == 1 ? "" : "s";
}
