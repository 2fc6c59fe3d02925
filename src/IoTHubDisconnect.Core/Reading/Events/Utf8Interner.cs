using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>Gives equal byte strings equal numbers, from 0 up. Reads take no lock.</summary>
internal sealed class Utf8Interner
{
    private const int ChunkSize = 1 << 16;

    private readonly object _gate = new();
    private readonly ulong _seed = NewSecret(),
        _factor = NewSecret();
    private volatile Table _table = new(1 << 10);
    private byte[] _chunk = [];
    private int _chunkUsed;

    public int Count => _table.Count;

    /// <summary>The bytes behind a number.</summary>
    public ReadOnlySpan<byte> this[int id] => _table.Entries[id].Bytes;

    /// <summary>The number that goes with a string.</summary>
    public int TagOf(int id) => _table.Entries[id].Tag;

    /// <summary>The number that a string without a tag has; -1 where it has none.</summary>
    public int Find(ReadOnlySpan<byte> key) => _table.Find(key, 0, Hash(key, 0));

    /// <summary>Equal strings with equal tags are one.</summary>
    [MethodImpl(HotPath.Reading)]
    public int Intern(ReadOnlySpan<byte> key, int tag = 0)
    {
        var hash = Hash(key, tag);
        var id = _table.Find(key, tag, hash);
        if (id >= 0)
            return id;
        lock (_gate)
        {
            id = _table.Find(key, tag, hash);
            return id >= 0 ? id : Add(key, tag, hash);
        }
    }

    private static ulong NewSecret() => (ulong)Random.Shared.NextInt64() << 1 | 1;

    private int Add(ReadOnlySpan<byte> key, int tag, uint hash)
    {
        var table = _table;
        if (table.Count * 2 >= table.Slots.Length)
            _table = table = table.Grown();
        var id = table.Count;
        table.Entries[id] = Store(key, tag);
        table.Count = id + 1;
        table.Publish(id, hash);
        return id;
    }

    private Entry Store(ReadOnlySpan<byte> key, int tag)
    {
        if (_chunkUsed + key.Length > _chunk.Length)
        {
            _chunk = new byte[Math.Max(ChunkSize, key.Length)];
            _chunkUsed = 0;
        }
        key.CopyTo(_chunk.AsSpan(_chunkUsed));
        var entry = new Entry(_chunk, _chunkUsed, key.Length, tag);
        _chunkUsed += key.Length;
        return entry;
    }

    // Names come from devices, which could choose them to collide: the products are by secret
    // numbers, and both their halves count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Hash(ReadOnlySpan<byte> key, int tag)
    {
        var hash = Mix((ulong)key.Length + ((ulong)tag << 32), _seed);
        if (key.Length < 8)
        {
            var word = 0UL;
            foreach (var b in key)
                word = (word << 8) | b;
            return (uint)Mix(hash ^ word, _factor);
        }
        for (var rest = key; rest.Length > 8; rest = rest[8..])
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(rest), _factor);
        return (uint)Mix(hash ^ MemoryMarshal.Read<ulong>(key[^8..]), _factor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    private readonly record struct Entry(byte[] Chunk, int Offset, int Length, int Tag)
    {
        public ReadOnlySpan<byte> Bytes => Chunk.AsSpan(Offset, Length);
    }

    private sealed class Table(int slots)
    {
        // A hash above the number of its string plus one; a number without its hash would have to be looked up.
        public readonly ulong[] Slots = new ulong[slots];
        public readonly Entry[] Entries = new Entry[slots / 2 + 1];
        public int Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Find(ReadOnlySpan<byte> key, int tag, uint hash)
        {
            var mask = Slots.Length - 1;
            for (var at = (int)hash & mask; ; at = (at + 1) & mask)
            {
                var slot = Volatile.Read(ref Slots[at]);
                if (slot == 0)
                    return -1;
                if ((uint)(slot >> 32) != hash)
                    continue;
                var id = (int)(uint)slot - 1;
                ref readonly var entry = ref Entries[id];
                if (entry.Tag == tag && ShortBytes.AreEqual(entry.Bytes, key))
                    return id;
            }
        }

        public void Publish(int id, uint hash)
        {
            var mask = Slots.Length - 1;
            var at = (int)hash & mask;
            while (Slots[at] != 0)
                at = (at + 1) & mask;
            Volatile.Write(ref Slots[at], ((ulong)hash << 32) | (uint)(id + 1));
        }

        public Table Grown()
        {
            var grown = new Table(Slots.Length * 2) { Count = Count };
            Entries.AsSpan(0, Count).CopyTo(grown.Entries);
            foreach (var slot in Slots)
            {
                if (slot != 0)
                    grown.Publish((int)(uint)slot - 1, (uint)(slot >> 32));
            }
            return grown;
        }
    }
}
