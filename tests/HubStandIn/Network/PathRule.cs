namespace HubStandIn.Network;

/// <summary>How a path carries what it carries.</summary>
internal sealed record PathRule
{
    /// <summary>Time for each byte to the client; zero for none.</summary>
    public TimeSpan PerByte { get; init; }

    /// <summary>How many bytes reach the client before the path is cut.</summary>
    public long Bytes { get; init; } = long.MaxValue;

    /// <summary>How long it bears that nothing passes; null for as long as it lasts.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>How it is cut.</summary>
    public PathCut Cut { get; init; }
}

/// <summary>How a path ends.</summary>
public enum PathCut
{
    /// <summary>Both sides are told that the other has closed.</summary>
    Close,

    /// <summary>Both sides get a reset.</summary>
    Reset,

    /// <summary>Nobody is told anything, and nothing passes any more.</summary>
    Silence,
}
