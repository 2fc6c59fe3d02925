using System.Text.RegularExpressions;

namespace IoTHubDisconnect;

/// <summary>
/// Finds the code in what a log says of an error: <c>DeviceConnectionClosedRemotely</c>, <c>Too many requests</c>.
/// </summary>
internal static partial class ErrorPhrase
{
    private const int Longest = 1024;

    private static readonly (string Name, int Code)[] Known =
    [
        .. ErrorCodes.Known.OrderByDescending(known => known.Name.Length),
        ("Unauthorized", 401),
        ("Forbidden", 403),
        ("NotFound", 404),
        ("TooManyRequests", 429),
        ("Throttled", 429),
        ("BadGateway", 502),
        ("GatewayTimeout", 504),
        ("ConnectionClosedRemotely", 404104),
        ("QuotaExceeded", 403002),
    ];

    /// <summary>The code; the HTTP status where the words tell no more than that; null where they name none.</summary>
    public static int? CodeOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return null;
        if (ErrorCodes.CodeOf(utf8) is { } whole)
            return whole;
        var text = System.Text.Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, Longest)]);
        foreach (Match number in Numbers().Matches(text))
        {
            var code = int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture);
            if (ErrorCodes.NameOf(code) is not null)
                return code;
        }
        var letters = string.Concat(text.Where(char.IsAsciiLetter));
        foreach (var (name, code) in Known)
        {
            if (letters.Contains(name, StringComparison.OrdinalIgnoreCase))
                return code;
        }
        return null;
    }

    /// <summary>Whether it is an HTTP status, which tells less than a code.</summary>
    public static bool IsStatus(int code) => code is >= 400 and < 1000;

    /// <summary>What HTTP calls a status that a log gives in place of a code; null for codes.</summary>
    public static string? NameOf(int code) =>
        !IsStatus(code) ? null : Array.Find(Known, known => known.Code == code).Name;

    [GeneratedRegex(@"(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex Numbers();
}
