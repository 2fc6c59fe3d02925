using System.Text.Json;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>What sets each cause apart from those that look like it.</summary>
internal static class CauseSigns
{
    public static IReadOnlyDictionary<string, string[]> Read()
    {
        using var stream = typeof(CauseSigns).Assembly.GetManifestResourceStream("signs.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
    }
}
