namespace IoTHubDisconnect;

/// <summary>Tells what bears causes out, when somebody asks.</summary>
internal interface ICauseExplainer
{
    /// <summary>What was known beyond the log when the causes were found.</summary>
    ResolveOptions Options { get; }

    /// <summary>ISO 639 code of the language of reasons and evidence; empty where nobody knows.</summary>
    string Language { get; }

    bool IsExpected(DisconnectCause cause);

    int? SymptomOf(DisconnectCause cause);

    DateTimeOffset? AwaySinceOf(DisconnectCause cause);

    string ReasonOf(DisconnectCause cause);

    TextList<DisconnectEvidence> EvidenceOf(DisconnectCause cause);

    TextList<AlternativeCause> AlternativesOf(DisconnectCause cause);

    string SolutionOf(DisconnectCause cause);

    Uri HelpUriOf(DisconnectCause cause);

    ResponsibleParty WhoActsOn(DisconnectCause cause);
}
