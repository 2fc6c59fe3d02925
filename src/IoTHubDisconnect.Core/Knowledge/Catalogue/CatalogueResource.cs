using System.Text.Json;

namespace IoTHubDisconnect.Knowledge;

/// <summary>The catalogue's files inside the assembly.</summary>
internal static class CatalogueResource
{
    /// <summary>
    /// Whether texts in the language exist; <paramref name="language"/> is an ISO 639 code such as <c>tr</c>.
    /// </summary>
    public static bool Speaks(string language) => EmbeddedResource.Exists(TextsIn(language));

    public static JsonDocument Facts() => Read("catalogue.json");

    public static JsonDocument Texts(string language) => Read(TextsIn(language));

    private static string TextsIn(string language) => $"catalogue.{language}.json";

    private static JsonDocument Read(string name)
    {
        using var stream = EmbeddedResource.Open(name);
        return JsonDocument.Parse(stream);
    }
}
