using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>Pairs the rows of one device, in order of time, into ended sessions and runs of refusals.</summary>
/// <param name="slab">Where the records are kept.</param>
internal sealed class SessionBuilder(Slab<DisconnectRecord> slab)
{
    /// <summary>So many rows of one instant are compared by a table.</summary>
    private const int Many = 64;

    private readonly RecordList _records = new(slab);
    private bool _open;
    private long _connectedAt;
    private int _context;
    private long _supersededAt;
    private int _supersededContext;
    private int _closed;
    private int _ended;
    private int _brief;
    private int _lasting;
    private int _run;
    private bool _runWhileOpen;
    private long _companionAt;

    /// <summary>The disconnects in the rows of one device, which are sorted by time; in order of time themselves.</summary>
    [MethodImpl(HotPath.Optimized)]
    public DisconnectRecords Build(ReadOnlySpan<ConnectionEvent> rows)
    {
        Reset();
        for (var start = 0; start < rows.Length; )
        {
            var end = start + 1;
            while (end < rows.Length && rows[end].Ticks == rows[start].Ticks)
                end++;
            if (end - start == 1)
                Take(rows[start]);
            else
                TakeTied(rows[start..end], end < rows.Length ? rows[end].Kind : null);
            start = end;
        }
        return _records.ByTime();
    }

    private void Reset()
    {
        _records.Clear();
        _open = false;
        _closed = _ended = _run = _context = -1;
        _brief = _lasting = 0;
        _companionAt = _supersededAt = _connectedAt = 0;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Take(in ConnectionEvent row)
    {
        switch (row.Kind)
        {
            case EventKind.Connected:
                Connect(row);
                break;
            case EventKind.Disconnected:
                Disconnect(row);
                break;
            default:
                Refuse(row);
                break;
        }
    }

    /// <summary>Rows of one instant have no order of their own: the state and what comes next give them one.</summary>
    private void TakeTied(ReadOnlySpan<ConnectionEvent> tied, EventKind? next)
    {
        Span<bool> taken = tied.Length <= 256 ? stackalloc bool[tied.Length] : new bool[tied.Length];
        if (!IsFight(tied))
            MarkCopies(tied, taken);
        var left = new LeftRows();
        while (true)
        {
            var pick = Pick(tied, taken, next, ref left);
            if (pick < 0)
                return;
            taken[pick] = true;
            Take(tied[pick]);
        }
    }

    private static void MarkCopies(ReadOnlySpan<ConnectionEvent> tied, Span<bool> taken)
    {
        if (tied.Length > Many)
        {
            var met = new HashSet<long>();
            for (var i = 0; i < tied.Length; i++)
                taken[i] = !met.Add(tied[i].Content);
            return;
        }
        for (var i = 1; i < tied.Length; i++)
        {
            for (var j = 0; j < i && !taken[i]; j++)
                taken[i] = tied[i].SameRowAs(tied[j]);
        }
    }

    /// <summary>Where times are whole seconds, two clients of one identity write rows that look like copies.</summary>
    private static bool IsFight(ReadOnlySpan<ConnectionEvent> tied)
    {
        if (tied[0].Ticks % TimeSpan.TicksPerSecond != 0)
            return false;
        int takeovers = 0,
            connects = 0;
        foreach (ref readonly var row in tied)
        {
            takeovers += row.Kind == EventKind.Disconnected && IsTakeover(row) ? 1 : 0;
            connects += row.Kind == EventKind.Connected ? 1 : 0;
        }
        return takeovers >= 2 && connects >= 2;
    }

    private int Pick(ReadOnlySpan<ConnectionEvent> tied, ReadOnlySpan<bool> taken, EventKind? next, ref LeftRows left)
    {
        var connect = Find(tied, taken, EventKind.Connected, ref left.Connect);
        var disconnect = Find(tied, taken, EventKind.Disconnected, ref left.Disconnect);
        var refusal = Find(tied, taken, EventKind.ConnectFailed, ref left.Refusal);
        if (
            disconnect >= 0
            && (
                _open
                || connect < 0
                || Continues(tied[disconnect])
                || !IsTakeover(tied[disconnect]) && next is null or EventKind.Disconnected
            )
        )
            return disconnect;
        if (refusal >= 0 && !_open)
            return refusal;
        return connect >= 0 ? connect : refusal;
    }

    /// <summary>The first row of a kind that is left; none before <paramref name="from"/> is.</summary>
    private static int Find(ReadOnlySpan<ConnectionEvent> rows, ReadOnlySpan<bool> taken, EventKind kind, ref int from)
    {
        for (; from < rows.Length; from++)
        {
            if (!taken[from] && rows[from].Kind == kind)
                return from;
        }
        return -1;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Connect(in ConnectionEvent row)
    {
        if (_open && row.Ticks == _connectedAt)
            return;
        if (_closed >= 0)
            Return(_closed, row);
        if (_run >= 0)
            Return(_run, row);
        if (_run >= 0 && _runWhileOpen && _records[_run].Attempts == 1)
            CloseUnseen(_run);
        _closed = _run = -1;
        _companionAt = 0;
        (_supersededAt, _supersededContext) = _open ? (_connectedAt, _context) : (0, -1);
        (_open, _connectedAt, _context) = (true, row.Ticks, row.Context);
    }

    /// <summary>
    /// The row that ended the session is missing: the client, refused once for its expired token while the log still has it connected,
    /// tells of the end as that row would have.
    /// </summary>
    private void CloseUnseen(int index)
    {
        ref var record = ref _records[index];
        if (ErrorCodes.GroupOf(record.Code) != ErrorGroup.Unauthorized)
            return;
        record.Kind = DisconnectKind.Closed;
        record.Attempts = 0;
        record.ConnectedAt = _connectedAt;
        record.Context = _context;
        record.AttemptAt = record.Time;
        record.RefusalCode = record.Code;
        _open = false;
    }

    private void Return(int index, in ConnectionEvent row)
    {
        ref var record = ref _records[index];
        record.ReconnectedAt = row.Ticks;
        record.NextContext = row.Context;
        if (record.AttemptAt == 0)
            record.AttemptAt = row.Ticks;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Disconnect(in ConnectionEvent row)
    {
        if (!_open && Continues(row))
        {
            Join(_closed, row);
            return;
        }
        if (_open && IsSecondOfExpiry(row))
        {
            Join(_ended, row);
            return;
        }
        if (_open && IsOfReplaced(row))
        {
            CloseSuperseded(row);
            return;
        }
        if (_run >= 0 && TryTakeIntoRun(row))
            return;
        _run = -1;
        _companionAt = 0;
        _closed = _ended = _records.Count;
        ref var record = ref _records.Add(
            DisconnectKind.Closed,
            row,
            _open ? _connectedAt : 0,
            _context >= 0 ? _context : row.Context
        );
        CountLength(record);
        record.EarlierConnectedAt = _open ? _supersededAt : 0;
        _open = false;
        _supersededAt = 0;
    }

    /// <summary>The second row of an expired token, after the connect that followed it.</summary>
    private bool IsSecondOfExpiry(in ConnectionEvent row) =>
        _ended >= 0
        && row.Ticks - _records[_ended].Time <= RowTimes.Together
        && AreOneExpiry(_records[_ended].Code, row.Code);

    /// <summary>
    /// Whether the row ends the session before the one that is open. A device whose sessions last seconds, as one that wakes up to send, has
    /// no such rows: with a row missing from the log, they would be taken for such ever after.
    /// </summary>
    private bool IsOfReplaced(in ConnectionEvent row)
    {
        var since = row.Ticks - _connectedAt;
        return _supersededAt != 0
            && (IsTakeover(row) ? since <= RowTimes.Together : since <= RowTimes.Overlap && _brief <= _lasting);
    }

    /// <summary>
    /// A refusal for the expired token is logged before the end that it goes with, or a close from afar among refusals. Neither is a disconnect
    /// of its own.
    /// </summary>
    private bool TryTakeIntoRun(in ConnectionEvent row)
    {
        ref var run = ref _records[_run];
        if (!_open && IsRemoteClosed(row.Code) && row.Ticks - run.LastRowAt <= RowTimes.WithinRun)
        {
            Join(_run, row);
            return true;
        }
        var isExpiry = _open && _runWhileOpen && run.Attempts == 1 && row.Ticks - run.Time <= RowTimes.Together;
        if (!isExpiry || !AreOneExpiry(run.Code, row.Code))
            return false;
        CloseUnseen(_run);
        Join(_run, row);
        (_closed, _ended, _run, _companionAt) = (_run, _run, -1, run.Time);
        return true;
    }

    private void CountLength(in DisconnectRecord record)
    {
        if (record.ConnectedAt == 0)
            return;
        if (record.Time - record.ConnectedAt <= RowTimes.Overlap)
            _brief++;
        else
            _lasting++;
    }

    /// <summary>The row of an older session that a newer one of the same device has already replaced.</summary>
    private void CloseSuperseded(in ConnectionEvent row)
    {
        _ended = _records.Count;
        ref var record = ref _records.Add(DisconnectKind.Closed, row, _supersededAt, _supersededContext);
        record.AttemptAt = record.ReconnectedAt = Math.Max(row.Ticks, _connectedAt);
        record.NextContext = _context;
        CountLength(record);
        _supersededAt = 0;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Refuse(in ConnectionEvent row)
    {
        if (_closed >= 0 && !_open)
            NoteRefusal(row);
        if (_run >= 0 && SameReason(_records[_run].Code, row.Code))
        {
            Extend(_run, row);
            return;
        }
        if (_closed >= 0 && !_open && _run < 0 && _companionAt == 0 && IsCompanion(_records[_closed], row))
        {
            _companionAt = row.Ticks;
            Join(_closed, row);
            return;
        }
        var index = _records.Count;
        ref var run = ref _records.Add(DisconnectKind.Refused, row, 0, row.Context);
        run.Attempts = 1;
        run.FollowsClosed = _closed >= 0;
        if (_companionAt != 0 && _run < 0 && ErrorCodes.GroupOf(row.Code) == ErrorGroup.Unauthorized)
        {
            run.Time = _companionAt;
            run.Attempts = 2;
        }
        _run = index;
        _runWhileOpen = _open;
    }

    /// <summary>A client that comes back with its expired token is refused once, and then connects with a new one.</summary>
    private static bool IsCompanion(in DisconnectRecord closed, in ConnectionEvent row) =>
        row.Ticks - closed.Time <= RowTimes.Together && ErrorCodes.GroupOf(row.Code) == ErrorGroup.Unauthorized;

    private void NoteRefusal(in ConnectionEvent row)
    {
        ref var closed = ref _records[_closed];
        if (closed.AttemptAt != 0)
            return;
        closed.AttemptAt = row.Ticks;
        closed.RefusalCode = row.Code;
    }

    private void Extend(int index, in ConnectionEvent row)
    {
        ref var run = ref _records[index];
        run.Attempts++;
        run.LastRowAt = row.Ticks;
        if (IsRemoteClosed(run.Code) && !IsRemoteClosed(row.Code))
            (run.Code, run.RelatedCode) = (row.Code, run.Code);
        else if (row.Code != run.Code && run.RelatedCode == ConnectionEvent.NoCode)
            run.RelatedCode = row.Code;
    }

    private void Join(int index, in ConnectionEvent row)
    {
        ref var record = ref _records[index];
        record.LastRowAt = row.Ticks;
        if (record.Code == ConnectionEvent.NoCode && row.Kind == EventKind.Disconnected)
            record.Code = row.Code;
        else if (
            record.Code != row.Code
            && row.Code != ConnectionEvent.NoCode
            && record.RelatedCode == ConnectionEvent.NoCode
        )
            record.RelatedCode = row.Code;
    }

    /// <summary>A second row of the disconnect before it. Two clients that fight for one identity write many such rows, each its own.</summary>
    private bool Continues(in ConnectionEvent row) =>
        _closed >= 0 && row.Ticks - _records[_closed].Time <= RowTimes.Together && !IsTakeover(row);

    /// <summary>The hub tells of an expired token twice: it closes, and it says why.</summary>
    private static bool AreOneExpiry(int code, int other) =>
        IsRemoteClosed(code)
            ? ErrorCodes.GroupOf(other) == ErrorGroup.Unauthorized
            : IsRemoteClosed(other) && ErrorCodes.GroupOf(code) == ErrorGroup.Unauthorized;

    private static bool IsRemoteClosed(int code) => ErrorCodes.GroupOf(code) == ErrorGroup.RemoteClosed;

    private static bool IsTakeover(in ConnectionEvent row) => ErrorCodes.GroupOf(row.Code) == ErrorGroup.Takeover;

    /// <summary>The hub's own codes come by turns while it is in trouble; they are one reason. A close from afar is none.</summary>
    private static bool SameReason(int code, int other)
    {
        var (a, b) = (ErrorCodes.GroupOf(code), ErrorCodes.GroupOf(other));
        if (a == ErrorGroup.RemoteClosed || b == ErrorGroup.RemoteClosed)
            return true;
        return a == ErrorGroup.Other ? code == other : a == b || IsHubSide(a) && IsHubSide(b);
    }

    private static bool IsHubSide(ErrorGroup group) =>
        group is ErrorGroup.HubFault or ErrorGroup.HubMaintenance or ErrorGroup.HubFailover;

    /// <summary>Where the first row of each kind that is left can be.</summary>
    private struct LeftRows
    {
        public int Connect,
            Disconnect,
            Refusal;
    }
}
