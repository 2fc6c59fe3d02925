using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace IoTHubDisconnect.Catalogue;

/// <summary>The catalogue's texts in one language.</summary>
internal sealed class CatalogueTexts
{
    private const string Fallback = "en";

    private readonly FrozenDictionary<string, EntryText> _texts;

    private CatalogueTexts(string language, JsonElement root)
    {
        Language = language;
        _texts = root.EnumerateObject().ToFrozenDictionary(entry => entry.Name, entry => Read(entry.Value));
    }

    /// <summary>ISO 639 code of the language.</summary>
    public string Language { get; }

    /// <summary>The entries that have a text.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    public EntryText this[string key] => _texts[key];

    /// <summary>The culture's language where there are texts in it, else English.</summary>
    public static CatalogueTexts For(CultureInfo culture)
    {
        string language = CatalogueResource.Speaks(culture.TwoLetterISOLanguageName) ? culture.TwoLetterISOLanguageName : Fallback;
        using JsonDocument document = CatalogueResource.Texts(language);
        return new CatalogueTexts(language, document.RootElement);
    }

    private static EntryText Read(JsonElement element)
    {
        string summary = element.GetProperty("summary").GetString()!;
        return new EntryText(
            summary,
            element.TryGetProperty("meaning", out JsonElement meaning) ? meaning.GetString()! : summary,
            [.. element.GetProperty("solution").EnumerateArray().Select(step => step.GetString()!)]);
    }
}
