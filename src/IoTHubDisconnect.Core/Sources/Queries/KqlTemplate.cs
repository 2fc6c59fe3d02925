namespace IoTHubDisconnect.Sources.Queries;

/// <summary>The text of a query that lies in a file, with places for facts: names between dollar signs.</summary>
internal static class KqlTemplate
{
    /// <param name="file">The file's name.</param>
    /// <param name="facts">What stands in each place.</param>
    public static string Fill(string file, params (string Place, string Fact)[] facts) =>
        facts.Aggregate(
            EmbeddedResource.ReadText(file).Trim(),
            (text, fact) => text.Replace($"${fact.Place}$", fact.Fact, StringComparison.Ordinal)
        );
}
