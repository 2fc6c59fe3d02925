using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>The rows of one instant, which have no order of their own. Copies are left out.</summary>
internal ref struct TiedRows
{
    /// <summary>So many are compared by a table.</summary>
    private const int Many = 64;

    private readonly ReadOnlySpan<ConnectionEvent> _rows;
    private readonly Span<bool> _taken;
    private readonly bool _cameTwice;

    // Where the first row of each kind that is left can be.
    private int _connect,
        _disconnect,
        _refusal;

    /// <param name="rows">The rows.</param>
    /// <param name="taken">As many places, all false.</param>
    /// <param name="isAway">Whether the device's last session has ended.</param>
    public TiedRows(ReadOnlySpan<ConnectionEvent> rows, Span<bool> taken, bool isAway)
    {
        _rows = rows;
        _taken = taken;
        var (takeovers, connects) = Count();
        _cameTwice = isAway && takeovers > 0 && connects > takeovers;
        if (!_cameTwice && !IsFight(takeovers, connects))
            MarkCopies();
    }

    /// <summary>Where the rows of another instant than this one's begin.</summary>
    public static int EndOf(ReadOnlySpan<ConnectionEvent> rows, int start)
    {
        var end = start + 1;
        while (end < rows.Length && rows[end].Ticks == rows[start].Ticks)
            end++;
        return end;
    }

    /// <summary>
    /// What the first row after an instant tells of that says whether the device was connected; null where none does.
    /// Instants at which a device came and went say nothing.
    /// </summary>
    public static EventKind? KindAfter(ReadOnlySpan<ConnectionEvent> rows, int from)
    {
        const int far = 64;
        for (int start = from, end; start < rows.Length && start - from < far; start = end)
        {
            end = EndOf(rows, start);
            if (!CameAndWent(rows[start..end]))
                return rows[start].Kind;
        }
        return null;
    }

    private static bool CameAndWent(ReadOnlySpan<ConnectionEvent> rows)
    {
        bool came = false,
            went = false;
        foreach (ref readonly var row in rows)
        {
            came |= row.Kind == EventKind.Connected;
            went |= row.Kind == EventKind.Disconnected;
        }
        return came && went;
    }

    /// <summary>Takes the row that comes next; -1 where none is left.</summary>
    /// <param name="isOpen">Whether the device is connected.</param>
    /// <param name="isRightAfterClose">Whether a close a moment ago may go on.</param>
    /// <param name="following">What the first row after these tells of that says whether it was connected.</param>
    public int Next(bool isOpen, bool isRightAfterClose, EventKind? following)
    {
        var next = Pick(isOpen, isRightAfterClose, following);
        if (next >= 0)
            _taken[next] = true;
        return next;
    }

    private int Pick(bool isOpen, bool isRightAfterClose, EventKind? following)
    {
        var connect = Find(EventKind.Connected, ref _connect);
        var disconnect = Find(EventKind.Disconnected, ref _disconnect);
        var refusal = Find(EventKind.ConnectFailed, ref _refusal);
        if (disconnect >= 0 && (isOpen || connect < 0 || IsFirst(disconnect, isRightAfterClose, following)))
            return disconnect;
        if (refusal >= 0 && !isOpen)
            return refusal;
        return connect >= 0 ? connect : refusal;
    }

    /// <summary>
    /// Whoever took a session over is connected when that has ended, though the session's own connect be missing. It is
    /// not where a device that was away came twice.
    /// </summary>
    private readonly bool IsFirst(int disconnect, bool isRightAfterClose, EventKind? following) =>
        PairedCodes.IsTakeover(_rows[disconnect].Code)
            ? !isRightAfterClose && !_cameTwice
            : isRightAfterClose || following is null or EventKind.Disconnected;

    /// <summary>The first row of a kind that is left; none before <paramref name="from"/> is.</summary>
    private readonly int Find(EventKind kind, ref int from)
    {
        for (; from < _rows.Length; from++)
        {
            if (!_taken[from] && _rows[from].Kind == kind)
                return from;
        }
        return -1;
    }

    private readonly void MarkCopies()
    {
        if (_rows.Length > Many)
        {
            var met = new HashSet<long>();
            for (var i = 0; i < _rows.Length; i++)
                _taken[i] = !met.Add(_rows[i].Content);
            return;
        }
        for (var i = 1; i < _rows.Length; i++)
        {
            for (var j = 0; j < i && !_taken[i]; j++)
                _taken[i] = _rows[i].SameRowAs(_rows[j]);
        }
    }

    /// <summary>Where times are whole seconds, two clients of one identity write rows that look like copies.</summary>
    private readonly bool IsFight(int takeovers, int connects) =>
        takeovers >= 2 && connects >= 2 && _rows[0].Ticks % TimeSpan.TicksPerSecond == 0;

    private readonly (int Takeovers, int Connects) Count()
    {
        int takeovers = 0,
            connects = 0;
        foreach (ref readonly var row in _rows)
        {
            takeovers += row.Kind == EventKind.Disconnected && PairedCodes.IsTakeover(row.Code) ? 1 : 0;
            connects += row.Kind == EventKind.Connected ? 1 : 0;
        }
        return (takeovers, connects);
    }
}
