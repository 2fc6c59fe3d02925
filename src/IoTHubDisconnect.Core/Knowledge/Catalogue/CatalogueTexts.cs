using System.Globalization;
using System.Text.Json;

namespace IoTHubDisconnect.Knowledge;

/// <summary>The catalogue's texts in one language.</summary>
internal sealed class CatalogueTexts
{
    private const string Fallback = "en";

    private readonly Dictionary<string, EntryText> _texts = [];

    private CatalogueTexts(string language, JsonElement root)
    {
        Language = language;
        foreach (var entry in root.EnumerateObject())
            _texts.Add(entry.Name, Read(entry.Value));
    }

    /// <summary>ISO 639 code of the language.</summary>
    public string Language { get; }

    /// <summary>The entries that have a text.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public EntryText this[string key] => _texts[key];

    /// <summary>The culture's language where there are texts in it, else English.</summary>
    public static CatalogueTexts For(CultureInfo culture)
    {
        var language = CatalogueResource.Speaks(culture.TwoLetterISOLanguageName)
            ? culture.TwoLetterISOLanguageName
            : Fallback;
        using var document = CatalogueResource.Texts(language);
        return new CatalogueTexts(language, document.RootElement);
    }

    private static EntryText Read(JsonElement element)
    {
        var summary = element.GetProperty("summary").GetString()!;
        var meaning = element.TryGetProperty("meaning", out var full) ? full.GetString()! : summary;
        var steps = new List<string>();
        foreach (var step in element.GetProperty("solution").EnumerateArray())
            steps.Add(step.GetString()!);
        return new EntryText(summary, meaning, steps);
    }
}
