namespace IoTHubDisconnect.Fleets.Recall;

/// <summary>
/// What was found of a disconnect's cause when its log was at hand, as it comes back from a file or another session.
/// </summary>
internal sealed record RecalledCause : ICauseExplainer
{
    public required CauseName Cause { get; init; }

    public required double Confidence { get; init; }

    public required DisconnectScope Scope { get; init; }

    public required bool IsExpected { get; init; }

    public int? Symptom { get; init; }

    public DateTimeOffset? AwaySince { get; init; }

    public required string Reason { get; init; }

    public required TextList<DisconnectEvidence> Evidence { get; init; }

    public required TextList<AlternativeCause> Alternative { get; init; }

    public required string Solution { get; init; }

    public required Uri HelpUri { get; init; }

    public required ResponsibleParty WhoActs { get; init; }

    ResolveOptions ICauseExplainer.Options => ResolveOptions.None;

    string ICauseExplainer.Language => "";

    /// <summary>The cause of the disconnect that it came back with.</summary>
    public DisconnectCause Of(DeviceDisconnect disconnect) => new(disconnect, Cause, Confidence, Scope, this);

    bool ICauseExplainer.IsExpected(DisconnectCause cause) => IsExpected;

    int? ICauseExplainer.SymptomOf(DisconnectCause cause) => Symptom;

    DateTimeOffset? ICauseExplainer.AwaySinceOf(DisconnectCause cause) => AwaySince;

    string ICauseExplainer.ReasonOf(DisconnectCause cause) => Reason;

    TextList<DisconnectEvidence> ICauseExplainer.EvidenceOf(DisconnectCause cause) => Evidence;

    TextList<AlternativeCause> ICauseExplainer.AlternativesOf(DisconnectCause cause) => Alternative;

    string ICauseExplainer.SolutionOf(DisconnectCause cause) => Solution;

    Uri ICauseExplainer.HelpUriOf(DisconnectCause cause) => HelpUri;

    ResponsibleParty ICauseExplainer.WhoActsOn(DisconnectCause cause) => WhoActs;
}
