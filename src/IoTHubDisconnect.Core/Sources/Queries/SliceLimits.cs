namespace IoTHubDisconnect.Sources.Queries;

/// <summary>
/// What the service turned out to give at once: the slices of one call are alike, so what
/// was too much once is too much again.
/// </summary>
/// <param name="mostRows">The rows of the largest slice that was planned.</param>
internal sealed class SliceLimits(long mostRows)
{
    private readonly object _gate = new();
    private long _mostRows = mostRows;
    private TimeSpan _longest = TimeSpan.MaxValue,
        _answered;

    /// <summary>The slices to be asked for in place of one; empty where it may do as it is.</summary>
    public IReadOnlyList<LogSlice> PartsOf(LogSlice slice)
    {
        lock (_gate)
            return slice.Period.Length > _longest ? slice.Stretches(2)
                : slice.Rows > _mostRows ? slice.Halves()
                : [];
    }

    public void NoteAnswer(LogSlice slice)
    {
        lock (_gate)
            _answered = slice.Period.Length > _answered ? slice.Period.Length : _answered;
    }

    /// <summary>A slice that is small as it is failed for a reason of its own.</summary>
    public void NoteTooLarge(LogSlice slice)
    {
        lock (_gate)
        {
            if (slice.Rows <= _mostRows && slice.Rows > _mostRows / 2)
                _mostRows = (slice.Rows + 1) / 2;
        }
    }

    /// <summary>A slice was too slow for a reason of its own where another of as long a time was not.</summary>
    public void NoteTooSlow(LogSlice slice)
    {
        lock (_gate)
        {
            if (slice.Period.Length <= _longest && slice.Period.Length > _answered)
                _longest = slice.Period.Length / 2 + TimeSpan.FromSeconds(1);
        }
    }
}
