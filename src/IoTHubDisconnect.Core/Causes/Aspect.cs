namespace IoTHubDisconnect.Causes;

/// <summary>
/// One thing to look at in a disconnect, such as how soon the device was back. What is seen is one of few signs;
/// hypotheses foretell how often each is.
/// </summary>
internal abstract class Aspect
{
    /// <summary>No sign: this cannot be seen here, whatever the cause.</summary>
    public const int Unseen = -1;

    private readonly Situation[] _situations;

    /// <param name="signs">The enumeration of the signs, which name them in the parameters.</param>
    /// <param name="situations">Where the aspect is looked at.</param>
    protected Aspect(Type signs, params Situation[] situations)
    {
        Signs = Enum.GetNames(signs);
        _situations = situations;
    }

    /// <summary>The aspect as the parameters name it.</summary>
    public string Name => GetType().Name;

    public string[] Signs { get; }

    /// <summary>
    /// So many of the signs, from the first, are steps of one measure: what foretells one foretells its neighbours.
    /// </summary>
    public virtual int Steps => 0;

    public bool AppliesTo(Situation situation) => Array.IndexOf(_situations, situation) >= 0;

    /// <summary>The sign that the facts show, or <see cref="Unseen"/>.</summary>
    public abstract int SignOf(in DisconnectFacts facts);

    /// <summary>What was seen, in words that a person can check.</summary>
    public abstract EvidenceText Describe(in DisconnectFacts facts);
}
