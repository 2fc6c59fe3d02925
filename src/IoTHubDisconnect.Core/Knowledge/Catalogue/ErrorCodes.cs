using System.Runtime.CompilerServices;
using System.Text;

namespace IoTHubDisconnect;

/// <summary>The hub's error codes: their numbers, names and groups.</summary>
/// <remarks>
/// The table is generated from <c>catalogue.json</c>, so that a reader of logs need not parse JSON first.
/// </remarks>
internal static partial class ErrorCodes
{
    // What is below is no error: logs of other categories write 0 or 200 for success.
    private const int LowestFamily = 400;

    /// <summary>404104 belongs to 404, and so does a bare 404.</summary>
    public static int FamilyOf(int code) => code < 1000 ? code : code / 1000;

    /// <summary>The symbolic name, or null where the documentation lists none.</summary>
    public static partial string? NameOf(int code);

    /// <summary>The group; a code that the catalogue does not list goes by its first three digits.</summary>
    [MethodImpl(HotPath.Reading)]
    public static partial ErrorGroup GroupOf(int code);

    public static bool IsUnauthorized(int code) => GroupOf(code) == ErrorGroup.Unauthorized;

    /// <summary>The code that a log names by number or by text, or null where it names none.</summary>
    public static int? CodeOf(ReadOnlySpan<byte> utf8NameOrNumber)
    {
        if (TryReadNumber(utf8NameOrNumber, out var code))
            return FamilyOf(code) >= LowestFamily ? code : null;

        for (var i = 0; i < Names.Length; i++)
            if (Names[i].Length == utf8NameOrNumber.Length && Ascii.EqualsIgnoreCase(utf8NameOrNumber, Names[i]))
                return NamedCodes[i];
        return null;
    }

    /// <summary>All names that the documentation lists, with their codes.</summary>
    public static IEnumerable<(string Name, int Code)> Known => Names.Zip(NamedCodes);

    private static bool TryReadNumber(ReadOnlySpan<byte> utf8, out int number)
    {
        const int mostDigits = 6;
        number = 0;
        if (utf8.Length is 0 or > mostDigits)
            return false;
        foreach (var digit in utf8)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
