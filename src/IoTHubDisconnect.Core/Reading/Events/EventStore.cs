using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// Keeps the rows of a call, grouped by device so that each device's history can be taken up whole
/// whatever order the rows came in. Rows beyond <see cref="MemoryLimit"/> go to a temporary file:
/// memory grows with devices, not with rows.
/// </summary>
internal sealed class EventStore : IDisposable
{
    private const int PartitionCount = 64;
    private const int BlockRows = 2048;
    private const int SlabRows = 64 * BlockRows;

    /// <summary>Rows held in memory before blocks are written out.</summary>
    public const int MemoryLimit = 1_500_000;

    private readonly object _gate = new();
    private readonly int _memoryLimit;
    private readonly List<ArraySegment<ConnectionEvent>>[] _blocks =
    [
        .. Enumerable.Range(0, PartitionCount).Select(_ => new List<ArraySegment<ConnectionEvent>>()),
    ];
    private readonly List<(long Offset, int Rows)>[] _spilled =
    [
        .. Enumerable.Range(0, PartitionCount).Select(_ => new List<(long, int)>()),
    ];
    private SpillFile? _file;
    private int _inMemory;
    private volatile bool _namesErrors;
    private volatile bool _namesEmpty;

    public EventStore(int memoryLimit = MemoryLimit) => _memoryLimit = memoryLimit;

    public DeviceTable Devices { get; } = new();

    public ContextTable Contexts { get; } = new();

    public HubTable Hubs { get; } = new();

    public static int Partitions => PartitionCount;

    /// <summary>The time of the rows; those that are years away from it are left out of what is taken.</summary>
    public RowEra Era { get; set; }

    public long Rows { get; private set; }

    /// <summary>The rows by what they tell of.</summary>
    public RowTally Tally { get; } = new();

    /// <summary>
    /// Rows that have no place for whether they are errors, in a log that does not name errors elsewhere.
    /// </summary>
    public long Untold => LeavesOutEmpty ? 0 : Tally.Untold;

    /// <summary>
    /// The log names the results of errors and no other: what writes it leaves out what is
    /// empty, and a row without one is no error.
    /// </summary>
    private bool LeavesOutEmpty => _namesErrors && !_namesEmpty;

    /// <summary>Takes note of where a row has its outcome.</summary>
    public void NoteOutcome(scoped in LogRecord record)
    {
        if (!record.ResultType.IsEmpty || !record.ResultDescription.IsEmpty)
            _namesErrors = true;
        else if (record.HasOutcome)
            _namesEmpty = true;
    }

    public Writer CreateWriter() => new(this);

    /// <summary>Some rows are in the temporary file.</summary>
    public bool IsSpilled => _file is not null;

    /// <summary>
    /// Puts all rows of a partition, and so all rows of its devices, into a buffer that grows as needed. A store
    /// that fits into memory gives them away.
    /// </summary>
    /// <returns>How many there are.</returns>
    public int Take(int partition, ref ConnectionEvent[] buffer)
    {
        var count = 0;
        foreach (var (_, rows) in _spilled[partition])
            count += rows;
        foreach (var block in _blocks[partition])
            count += block.Count;
        if (buffer.Length < count)
            buffer = new ConnectionEvent[count + count / 8];
        var rest = buffer.AsSpan();
        foreach (var (offset, rows) in _spilled[partition])
        {
            _file!.Read(MemoryMarshal.AsBytes(rest[..rows]), offset);
            rest = rest[rows..];
        }
        foreach (var block in _blocks[partition])
        {
            block.AsSpan().CopyTo(rest);
            rest = rest[block.Count..];
        }
        if (!IsSpilled)
            _blocks[partition].Clear();
        if (LeavesOutEmpty)
            TellOrderly(buffer.AsSpan(0, count));
        if (Tally.Uncoded > 0)
            TellEnds(buffer.AsSpan(0, count));
        return Era.Left == 0 ? count : KeepEra(buffer.AsSpan(0, count));
    }

    private static void TellOrderly(Span<ConnectionEvent> rows)
    {
        foreach (ref var row in rows)
            if (row.Code == ConnectionEvent.UntoldCode)
                row = row.With(ConnectionEvent.NoCode);
    }

    private static void TellEnds(Span<ConnectionEvent> rows)
    {
        foreach (ref var row in rows)
            if (row.Kind == EventKind.Disconnected && row.LacksCode)
                row = row.With(RowCode.OfEnd(row.Code));
    }

    private int KeepEra(Span<ConnectionEvent> rows)
    {
        var kept = 0;
        foreach (ref readonly var row in rows)
            if (Era.Has(row.Ticks))
                rows[kept++] = row;
        return kept;
    }

    public static int PartitionOf(int device) => device & (PartitionCount - 1);

    public void Dispose() => _file?.Dispose();

    /// <summary>Takes a full block over, or spills it; tells whether the block may be used again.</summary>
    private bool TakeFull(int partition, ArraySegment<ConnectionEvent> block)
    {
        lock (_gate)
        {
            Rows += block.Count;
            if (_inMemory + block.Count > _memoryLimit)
            {
                Spill(partition, block);
                return true;
            }
            _inMemory += block.Count;
            _blocks[partition].Add(block);
            return false;
        }
    }

    private void TakeRest(int partition, ArraySegment<ConnectionEvent> rows)
    {
        lock (_gate)
        {
            Rows += rows.Count;
            _blocks[partition].Add(rows);
        }
    }

    private void Take(RowTally tally)
    {
        lock (_gate)
            Tally.Add(tally);
    }

    private void Spill(int partition, ReadOnlySpan<ConnectionEvent> rows)
    {
        _file ??= new SpillFile();
        _spilled[partition].Add((_file.Write(MemoryMarshal.AsBytes(rows)), rows.Length));
    }

    /// <summary>Collects the rows of one thread into blocks.</summary>
    public sealed class Writer(EventStore store)
    {
        private readonly Slab<ConnectionEvent> _slab = new(SlabRows);
        private readonly ArraySegment<ConnectionEvent>[] _open = new ArraySegment<ConnectionEvent>[PartitionCount];
        private readonly int[] _used = new int[PartitionCount];
        private RowTally _tally = new();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(in ConnectionEvent row)
        {
            var partition = PartitionOf(row.Device);
            ref var block = ref _open[partition];
            if (block.Count == 0)
                block = _slab.Take(BlockRows);
            ref var used = ref _used[partition];
            block[used++] = row;
            _tally.Add(row);
            if (used < BlockRows)
                return;
            if (!store.TakeFull(partition, block))
                block = default;
            used = 0;
        }

        public void AddOther(ReadOnlySpan<byte> operation) => _tally.Others.Add(operation, 0);

        public void Add(OtherRows others) => _tally.Add(others);

        public void Flush()
        {
            for (var partition = 0; partition < PartitionCount; partition++)
            {
                if (_used[partition] > 0)
                    store.TakeRest(partition, _open[partition][.._used[partition]]);
                (_open[partition], _used[partition]) = (default, 0);
            }
            store.Take(_tally);
            _tally = new RowTally();
        }
    }
}
