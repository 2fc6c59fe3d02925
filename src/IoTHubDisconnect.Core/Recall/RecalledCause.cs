namespace IoTHubDisconnect.Recall;

/// <summary>What was found of a disconnect's cause when its log was at hand, as it comes back from a file or another session.</summary>
internal sealed record RecalledCause
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
}
