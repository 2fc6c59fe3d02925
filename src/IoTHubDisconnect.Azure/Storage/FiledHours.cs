using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Azure.Storage;

/// <summary>
/// The hours that a folder of the export holds, as its path tells: <c>y=2026/m=10/d=14/h=11/</c>, or the beginning of
/// that.
/// </summary>
internal readonly partial record struct FiledHours(DateTimeOffset Start, DateTimeOffset End)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public bool IsHour => End - Start == Hour;

    /// <summary>Whether there are at most as many blobs below as one listing brings.</summary>
    public bool IsShort => End - Start <= TimeSpan.FromDays(1);

    /// <summary>Returns null for a path that tells of no time.</summary>
    public static FiledHours? Of(string path)
    {
        var match = Path().Match(path);
        if (!match.Success)
            return null;

        try
        {
            var start = new DateTimeOffset(
                Number(match, 1, 1),
                Number(match, 2, 1),
                Number(match, 3, 1),
                Number(match, 4, 0),
                0,
                0,
                TimeSpan.Zero
            );
            var end =
                match.Groups[4].Success ? start + Hour
                : match.Groups[3].Success ? start.AddDays(1)
                : match.Groups[2].Success ? start.AddMonths(1)
                : start.AddYears(1);
            return new FiledHours(start, end);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    public bool Overlaps(DateTimeOffset start, DateTimeOffset end) => Start < end && End > start;

    public bool IsWithin(DateTimeOffset start, DateTimeOffset end) => Start >= start && End <= end;

    private static int Number(Match match, int group, int otherwise) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, provider: null) : otherwise;

    [GeneratedRegex(
        @"(?:^|/)y=(\d{4})/(?:m=(\d{2})/(?:d=(\d{2})/(?:h=(\d{2})/)?)?)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Path();
}
