namespace IoTHubDisconnect.Causes;

/// <summary>One fact about disconnects: what it speaks for and against, and how a person can check it.</summary>
internal abstract class CauseRule
{
    /// <summary>Adds what the facts speak for and against; false where the rule has nothing to say.</summary>
    public abstract bool Weigh(in DisconnectFacts facts, CauseWeights weights);

    /// <summary>The fact in words, after <see cref="Weigh"/> had something to say.</summary>
    public abstract DisconnectEvidence Describe(in DisconnectFacts facts, double weight);
}
