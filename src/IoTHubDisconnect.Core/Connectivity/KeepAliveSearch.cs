namespace IoTHubDisconnect.Connectivity;

/// <summary>
/// Searches for how long a path bears silence: twice as long each time until it is cut, then in halves.
/// </summary>
internal sealed class KeepAliveSearch
{
    // A hub gives up by itself, whatever it was told.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(SdkBehaviour.HubCap - 27);
    private static readonly TimeSpan UsualFirst = TimeSpan.FromSeconds(60);
    private const int Shortening = 16;
    private const double Precision = 0.1;

    private readonly TimeSpan _most;
    private readonly TimeSpan _first;

    /// <param name="most">How long all tries together may take.</param>
    public KeepAliveSearch(TimeSpan most)
    {
        _most = most;
        var first = most / Shortening;
        _first = first > UsualFirst ? UsualFirst : first;
    }

    /// <summary>How long all tries have taken so far.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>The longest silence that was borne; null where none was.</summary>
    public TimeSpan? Borne { get; private set; }

    /// <summary>The shortest silence that was cut; null where none was.</summary>
    public TimeSpan? Cut { get; private set; }

    /// <summary>The next silence to try; null when it is known well enough, or the time is up.</summary>
    public TimeSpan? Next
    {
        get
        {
            if (Cut is { } cut && cut - (Borne ?? TimeSpan.Zero) <= cut * Precision)
                return null;
            var wanted =
                Cut is { } high ? ((Borne ?? TimeSpan.Zero) + high) / 2
                : Borne is { } low ? low * 2
                : _first;
            if (wanted > Longest)
                wanted = Longest;
            return wanted > _most - Spent || Borne >= Longest ? null : wanted;
        }
    }

    /// <summary>
    /// An interval at which a client may say something so that the path is never silent for too long; null where none
    /// is known.
    /// </summary>
    public TimeSpan? Safe =>
        Borne is not { } borne ? null
        : Cut is null ? borne
        : TimeSpan.FromSeconds(Math.Max(1, Math.Floor(borne.TotalSeconds * 0.75)));

    /// <summary>Takes the outcome of a try.</summary>
    /// <param name="silence">How long it was silent, until the end or until the cut was seen.</param>
    /// <param name="isBorne">Whether the connection was there still.</param>
    public void Add(TimeSpan silence, bool isBorne)
    {
        Spent += silence;
        if (isBorne)
            Borne = silence > (Borne ?? TimeSpan.Zero) ? silence : Borne;
        else
            Cut = silence < (Cut ?? TimeSpan.MaxValue) ? silence : Cut;
        // A path that cuts at once now and not before is not constant: the shorter time counts.
        if (Borne >= Cut)
            Borne = null;
    }
}
