using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Tests.Causes.Phrases;

/// <summary>What may be said of disconnects: all that was seen, and the reason by each cause that can be.</summary>
internal static class SaidPhrases
{
    /// <summary>The phrases as they are in English; those without a word are alike in every language.</summary>
    public static HashSet<string> Of(IEnumerable<DeviceDisconnect> disconnects)
    {
        var english = new HashSet<string>(StringComparer.Ordinal);
        foreach (var disconnect in disconnects)
        foreach (var phrase in Of(disconnect))
            Add(phrase, english);
        return english;
    }

    private static List<Phrase> Of(DeviceDisconnect disconnect)
    {
        var facts = new DisconnectFacts(disconnect.Profile, disconnect.Index, disconnect.Hub, ResolveOptions.None);
        var phrases = new List<Phrase>();
        foreach (var aspect in CauseResolver.Aspects)
        {
            if (!aspect.AppliesTo(facts.Situation) || aspect.SignOf(facts) == Aspect.Unseen)
                continue;
            var (name, value, expected) = aspect.Describe(facts);
            phrases.AddRange(expected is null ? [name, value] : [name, value, expected]);
        }
        foreach (var cause in Enum.GetValues<CauseName>())
            if (CauseResolver.IsPossible(cause, facts))
                phrases.Add(ReasonText.Of(cause, facts));
        return phrases;
    }

    private static void Add(Phrase phrase, HashSet<string> english)
    {
        if (phrase.English.Any(char.IsLetter))
            english.Add(phrase.English);
        foreach (var part in phrase.Values.OfType<Phrase>())
            Add(part, english);
    }
}
