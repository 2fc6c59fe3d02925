using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace IoTHubDisconnect.Causes;

/// <summary>Phrases in one language, by what they are in English.</summary>
internal sealed class PhraseBook
{
    private const string Fallback = "en";

    private static readonly ConcurrentDictionary<string, PhraseBook> Loaded = new();

    private readonly Dictionary<string, string> _phrases = [];

    private PhraseBook(string language)
    {
        var resource = $"phrases.{language}.json";
        Language = EmbeddedResource.Exists(resource) ? language : Fallback;
        if (Language == Fallback)
            return;
        using var stream = EmbeddedResource.Open(resource);
        using var document = JsonDocument.Parse(stream);
        foreach (var phrase in document.RootElement.EnumerateObject())
            _phrases.Add(phrase.Name, phrase.Value.GetString()!);
    }

    /// <summary>ISO 639 code of the language.</summary>
    public string Language { get; }

    /// <summary>What has an entry.</summary>
    public IReadOnlyDictionary<string, string> Phrases => _phrases;

    /// <summary>The phrase in the book's language, or in English; holes may stand elsewhere, or be left out.</summary>
    public string this[string english] => _phrases.GetValueOrDefault(english, english);

    /// <summary>The book of the culture's language; an empty one where there is none, so that it is English.</summary>
    public static PhraseBook For(CultureInfo culture) =>
        Loaded.GetOrAdd(culture.TwoLetterISOLanguageName, language => new PhraseBook(language));
}
