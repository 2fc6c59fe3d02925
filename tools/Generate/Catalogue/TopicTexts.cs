using System.Text.Json;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>The words around the catalogue's entries in the about topic, the README and the pages of causes.</summary>
internal sealed record TopicTexts(
    Dictionary<string, string> Headings,
    string Short,
    string[] Long,
    string SymptomsLead,
    string[] Symptoms,
    string CausesLead,
    string CodesLead,
    Dictionary<string, string> Labels,
    Dictionary<string, string> Expected,
    Dictionary<string, string> Parties
)
{
    public static TopicTexts In(string language)
    {
        using var stream = typeof(TopicTexts).Assembly.GetManifestResourceStream($"topic.{language}.json")!;
        return JsonSerializer.Deserialize<TopicTexts>(stream, JsonSerializerOptions.Web)!;
    }

    public string PartyOf(DisconnectSolution solution) => Parties[solution.WhoActs.ToString()];

    public string ExpectedOf(DisconnectSolution solution) =>
        Expected[
            solution.IsExpected switch
            {
                true => "true",
                false => "false",
                null => "null",
            }
        ];
}
