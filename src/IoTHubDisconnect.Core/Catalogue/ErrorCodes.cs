using System.Buffers.Text;
using System.Text;
using IoTHubDisconnect.Catalogue;

namespace IoTHubDisconnect;

/// <summary>The hub's error codes: their numbers, names and groups.</summary>
internal static class ErrorCodes
{
    // What is below is no error: logs of other categories write 0 or 200 for success.
    private const int LowestFamily = 400;

    private static readonly (string Text, int Code)[] Names =
    [
        .. CatalogueFacts.Shared.Codes.Values.SelectMany(entry =>
            entry.Aliases.Prepend(entry.Name).Select(text => (text, entry.ErrorCode!.Value))),
    ];

    /// <summary>The symbolic name, or null where the documentation lists none.</summary>
    public static string? NameOf(int code) => CatalogueFacts.Shared.Codes.TryGetValue(code, out CatalogueEntry? entry) ? entry.Name : null;

    /// <summary>The code that a log names by number or by text, or null where it names none.</summary>
    public static int? CodeOf(ReadOnlySpan<byte> utf8NameOrNumber)
    {
        if (Utf8Parser.TryParse(utf8NameOrNumber, out int code, out int consumed) && consumed == utf8NameOrNumber.Length)
            return CatalogueFacts.FamilyOf(code) >= LowestFamily ? code : null;

        foreach ((string text, int named) in Names)
            if (text.Length == utf8NameOrNumber.Length && Ascii.EqualsIgnoreCase(utf8NameOrNumber, text))
                return named;
        return null;
    }

    /// <summary>The group; a code that the catalogue does not list goes by its first three digits.</summary>
    public static ErrorGroup GroupOf(int code)
    {
        CatalogueFacts facts = CatalogueFacts.Shared;
        if (facts.Codes.TryGetValue(code, out CatalogueEntry? entry) || facts.Families.TryGetValue(CatalogueFacts.FamilyOf(code), out entry))
            return entry.Group;
        return ErrorGroup.Other;
    }
}
