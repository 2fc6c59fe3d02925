using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// The shapes of the rows that one thread met. What follows a row's first hole tells which of them may fit: it names
/// the hub, the operation and the error.
/// </summary>
internal sealed class RowShapes
{
    private const int Sets = 64;
    private const int Ways = 8;
    private const int Hashed = 160;
    private const int ShortestHead = 32;
    private const int LongestRow = 4096;

    // In a log where every row is of another shape, trying and learning cost more than they save. What they cost is set
    // against what hits save; without credit there is a pause. The unit is about the time of one try.
    private const int SavedByHit = 8;
    private const int CostOfLearning = 16;
    private const int MostCredit = 4096;
    private const int CreditAfterPause = 256;
    private const int Pause = 1000;

    private readonly RowShape?[] _shapes = new RowShape?[Sets * Ways];
    private byte[] _opening = [];
    private int _head = int.MaxValue;
    private int _credit = MostCredit;
    private int _pause;

    /// <param name="text">Begins with <c>{</c>.</param>
    /// <param name="row">Takes the fields; worthless where no shape fits.</param>
    /// <returns>The record's length; 0 where no shape fits.</returns>
    [MethodImpl(HotPath.Reading)]
    internal int Read(ReadOnlySpan<byte> text, ref Row row)
    {
        if (_pause > 0)
        {
            _pause--;
            return 0;
        }
        if (!JsonBytes.StartsWith(text, _opening))
            return 0;
        var first = JsonBytes.IndexOfStringEnd(text[_opening.Length..]);
        var head = _opening.Length + first;
        if (first < 0 || text.Length - head < _head)
            return 0;
        var set = SetOf(text.Slice(head, _head));
        for (var way = set; way < set + Ways; way++)
        {
            if (_shapes[way] is not { } shape)
                break;
            var length = shape.Read(text, first, ref row);
            if (length > 0)
            {
                _credit = Math.Min(_credit + SavedByHit, MostCredit);
                // Those met often come to be tried first.
                if (way > set)
                    (_shapes[way - 1], _shapes[way]) = (shape, _shapes[way - 1]);
                return length;
            }
            row = default;
            Spend(1);
        }
        return 0;
    }

    /// <summary>Takes note of a row that no shape fitted.</summary>
    /// <param name="text">The record.</param>
    /// <param name="row">What was read of it and found good.</param>
    internal void Learn(ReadOnlySpan<byte> text, scoped in Row row)
    {
        if (_pause > 0 || text.Length > LongestRow)
            return;
        Spend(CostOfLearning);
        if (RowShape.Of(text, row) is not { } shape || shape.Head.Length < ShortestHead)
            return;
        if (!shape.Opening.SequenceEqual(_opening) || shape.Head.Length < _head)
            StartOver(shape);
        var ways = _shapes.AsSpan(SetOf(shape.Head[.._head]), Ways);
        ways[..^1].CopyTo(ways[1..]);
        ways[0] = shape;
    }

    private void Spend(int cost)
    {
        _credit -= cost;
        if (_credit < 0)
            (_credit, _pause) = (CreditAfterPause, Pause);
    }

    private void StartOver(RowShape shape)
    {
        Array.Clear(_shapes);
        _opening = shape.Opening.ToArray();
        _head = shape.Head.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SetOf(ReadOnlySpan<byte> head)
    {
        uint odd = 0,
            even = 0;
        ref var first = ref MemoryMarshal.GetReference(head);
        var least = Math.Max(head.Length - Hashed, 0);
        for (var at = head.Length - 16; at >= least; at -= 16)
        {
            even = BitOperations.Crc32C(even, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at)));
            odd = BitOperations.Crc32C(odd, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at + 8)));
        }
        return (int)((even ^ BitOperations.RotateLeft(odd, 16)) % Sets) * Ways;
    }
}
