namespace IoTHubDisconnect;

/// <summary>The time that a device was away; what two of its disconnects share counts once.</summary>
internal struct AwayTime
{
    private long _from,
        _to;

    /// <summary>The ticks that one of its disconnects adds. They come in order of time, or against it.</summary>
    public long Add(long from, long to)
    {
        if (from > _to || to < _from)
        {
            (_from, _to) = (from, to);
            return to - from;
        }
        var known = _to - _from;
        (_from, _to) = (Math.Min(from, _from), Math.Max(to, _to));
        return _to - _from - known;
    }
}
