namespace IoTHubDisconnect.Causes;

/// <summary>
/// One cause that a disconnect may have. Whether it can be at all is said here; how often it shows each sign of
/// each aspect, and how common it is, stands in the parameters.
/// </summary>
internal abstract class Hypothesis
{
    /// <summary>The cause of the same name.</summary>
    public CauseName Cause => Enum.Parse<CauseName>(GetType().Name);

    /// <summary>Whether the cause can be, by what clients, hubs and networks are able to do.</summary>
    public abstract bool IsPossible(in DisconnectFacts facts);

    /// <summary>
    /// What was seen, and what it most likely means: a sentence that stays true where the cause is another.
    /// </summary>
    public abstract Phrase Reason(in DisconnectFacts facts);

    /// <summary>How far the cause reaches in this case.</summary>
    public virtual DisconnectScope ScopeOf(in DisconnectFacts facts) => DisconnectScope.Device;
}
