using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>Pairs the rows of one device, in order of time, into ended sessions and runs of refusals.</summary>
/// <param name="slab">Where the records are kept.</param>
internal sealed class SessionBuilder(Slab<DisconnectRecord> slab)
{
    private readonly RecordList _records = new(slab);
    private bool _open;
    private long _connectedAt;
    private int _context;
    private long _supersededAt;
    private int _supersededContext;
    private int _closed;
    private int _ended;
    private SessionLengths _lengths;
    private int _run;
    private bool _runWhileOpen;
    private long _companionAt;

    /// <summary>The disconnects in the rows of one device. Both are in order of time.</summary>
    public DisconnectRecords Build(ReadOnlySpan<ConnectionEvent> rows)
    {
        Reset();
        for (var start = 0; start < rows.Length; )
        {
            var end = TiedRows.EndOf(rows, start);
            if (end - start == 1)
                Take(rows[start]);
            else
                TakeTied(rows[start..end], TiedRows.KindAfter(rows, end));
            start = end;
        }
        return _records.ByTime();
    }

    private void Reset()
    {
        _records.Clear();
        (_open, _lengths) = (false, default);
        _closed = _ended = _run = _context = -1;
        _companionAt = _supersededAt = _connectedAt = 0;
    }

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
    private void TakeTied(ReadOnlySpan<ConnectionEvent> rows, EventKind? next)
    {
        var taken = rows.Length <= 256 ? stackalloc bool[rows.Length] : new bool[rows.Length];
        var tied = new TiedRows(rows, taken, isAway: _closed >= 0);
        while (tied.Next(_open, IsRightAfterClose(rows[0].Ticks), next) is >= 0 and var index)
            Take(rows[index]);
    }

    private void Connect(in ConnectionEvent row)
    {
        if (_open && row.Ticks == _connectedAt)
            return;
        if (_closed >= 0)
            _records[_closed].Return(row);
        if (_run >= 0)
            _records[_run].Return(row);
        if (_run >= 0 && _runWhileOpen && _records[_run].Attempts == 1)
            CloseUnseen(_run);
        _closed = _run = -1;
        _companionAt = 0;
        (_supersededAt, _supersededContext) = _open ? (_connectedAt, _context) : (0, -1);
        (_open, _connectedAt, _context) = (true, row.Ticks, row.Context);
    }

    /// <summary>
    /// The row that ended the session is missing: the client, refused once for its expired token while the log
    /// still has it connected, tells of the end as that row would have.
    /// </summary>
    private void CloseUnseen(int index)
    {
        if (!ErrorCodes.IsUnauthorized(_records[index].Code))
            return;
        _records[index].BecomeClosed(_connectedAt, _context);
        _open = false;
    }

    private void Disconnect(in ConnectionEvent row)
    {
        if (!_open && Continues(row))
        {
            _records[_closed].Join(row);
            return;
        }
        if (_open && IsSecondOfExpiry(row))
        {
            _records[_ended].Join(row);
            return;
        }
        if (_open && IsOfReplaced(row))
        {
            CloseSuperseded(row);
            return;
        }
        if (_run >= 0 && TryTakeIntoRun(row))
            return;
        var isAmidRefusals = IsAmidRefusals(row);
        if (!isAmidRefusals)
            _run = -1;
        _companionAt = 0;
        _closed = _ended = _records.Count;
        ref var record = ref _records.Add(
            DisconnectKind.Closed,
            row,
            _open ? _connectedAt : 0,
            _context >= 0 ? _context : row.Context
        );
        _lengths.Count(record);
        record.EarlierConnectedAt = _open ? _supersededAt : 0;
        record.TriedBefore = isAmidRefusals;
        _open = false;
    }

    /// <summary>The second row of an expired token, after the connect that followed it.</summary>
    private bool IsSecondOfExpiry(in ConnectionEvent row) =>
        _ended >= 0
        && row.Ticks - _records[_ended].Time <= RowTimes.Together
        && PairedCodes.AreOneExpiry(_records[_ended].Code, row.Code);

    /// <summary>
    /// Whether the row ends the session before the one that is open, be its connect in the log or not. A device whose
    /// sessions last seconds, as one that wakes up to send, has no such rows: with a row missing from the log, they
    /// would be taken for such ever after.
    /// </summary>
    private bool IsOfReplaced(in ConnectionEvent row)
    {
        var since = row.Ticks - _connectedAt;
        return _supersededAt == 0 ? PairedCodes.IsTakeover(row.Code) && since is > 0 and <= RowTimes.Swift
            : PairedCodes.IsTakeover(row.Code) ? since <= RowTimes.Together
            : since <= RowTimes.Overlap && !_lengths.AreBrief;
    }

    /// <summary>
    /// A refusal for the expired token is logged before the end that it goes with, or a close from afar among
    /// refusals. Neither is a disconnect of its own.
    /// </summary>
    private bool TryTakeIntoRun(in ConnectionEvent row)
    {
        ref var run = ref _records[_run];
        var isAmid = PairedCodes.IsRemoteClosed(row.Code) && row.Ticks - run.LastRowAt <= RowTimes.WithinRun;
        if (!_open && isAmid && !EndsSessionOfBefore(run))
        {
            run.Join(row);
            return true;
        }
        var isExpiry = _open && _runWhileOpen && run.Attempts == 1 && row.Ticks - run.Time <= RowTimes.Together;
        if (!isExpiry || !PairedCodes.AreOneExpiry(run.Code, row.Code))
            return false;
        CloseUnseen(_run);
        run.Join(row);
        (_closed, _ended, _run, _companionAt) = (_run, _run, -1, run.Time);
        return true;
    }

    /// <summary>
    /// The log begins with credentials refused and no closes beside it: the first close is of a session from before,
    /// which the hub had not yet missed.
    /// </summary>
    private bool EndsSessionOfBefore(in DisconnectRecord run) =>
        _ended < 0
        && _connectedAt == 0
        && run.Attempts > 1
        && ErrorCodes.IsUnauthorized(run.Code)
        && run.RelatedCode == ConnectionEvent.NoCode;

    /// <summary>
    /// The device is refused again and again, and the hub only then notices that the older connection is gone.
    /// </summary>
    private bool IsAmidRefusals(in ConnectionEvent row) =>
        _run >= 0
        && (_open && _runWhileOpen || EndsSessionOfBefore(_records[_run]))
        && _records[_run].Attempts > 1
        && PairedCodes.IsRemoteClosed(row.Code)
        && row.Ticks - _records[_run].LastRowAt <= RowTimes.WithinRun;

    /// <summary>The row of an older session that a newer one of the same device has already replaced.</summary>
    private void CloseSuperseded(in ConnectionEvent row)
    {
        _ended = _records.Count;
        var context = _supersededAt == 0 ? row.Context : _supersededContext;
        ref var record = ref _records.Add(DisconnectKind.Closed, row, _supersededAt, context);
        record.AttemptAt = record.ReconnectedAt = Math.Max(row.Ticks, _connectedAt);
        record.NextContext = _context;
        _lengths.Count(record);
        _supersededAt = 0;
    }

    private void Refuse(in ConnectionEvent row)
    {
        if (_closed >= 0 && !_open)
            _records[_closed].NoteRefusal(row);
        if (_run >= 0 && PairedCodes.AreOneReason(_records[_run].Code, row.Code))
        {
            _records[_run].Extend(row);
            return;
        }
        if (_closed >= 0 && !_open && _run < 0 && _companionAt == 0 && IsCompanion(_records[_closed], row))
        {
            _companionAt = row.Ticks;
            _records[_closed].Join(row);
            return;
        }
        var index = _records.Count;
        ref var run = ref _records.Add(DisconnectKind.Refused, row, 0, row.Context);
        run.Attempts = 1;
        run.FollowsClosed = _closed >= 0;
        if (_companionAt != 0 && _run < 0 && ErrorCodes.IsUnauthorized(row.Code))
        {
            run.Time = _companionAt;
            run.Attempts = 2;
        }
        _run = index;
        _runWhileOpen = _open;
    }

    /// <summary>A client with its expired token is refused once, and then connects with a new one.</summary>
    private static bool IsCompanion(in DisconnectRecord closed, in ConnectionEvent row) =>
        row.Ticks - closed.Time <= RowTimes.Together && ErrorCodes.IsUnauthorized(row.Code);

    /// <summary>
    /// A second row of the disconnect before it. Clients in a fight for one identity write many, each its own.
    /// </summary>
    private bool Continues(in ConnectionEvent row) => IsRightAfterClose(row.Ticks) && !PairedCodes.IsTakeover(row.Code);

    private bool IsRightAfterClose(long ticks) => _closed >= 0 && ticks - _records[_closed].Time <= RowTimes.Together;
}
