using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Minutes at which something happened to a device, at one of several places; asked for how often around a minute.
/// </summary>
internal sealed class MinuteLog
{
    private long[] _entries = [];
    private int _count;

    [MethodImpl(HotPath.Optimized)]
    public void Add(int minute, int place = 0)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(256, 2 * _count));
        _entries[_count++] = EntryOf(minute, place);
    }

    public void Add(MinuteLog other)
    {
        if (_count + other._count > _entries.Length)
            Array.Resize(ref _entries, _count + other._count);
        Array.Copy(other._entries, 0, _entries, _count, other._count);
        _count += other._count;
    }

    /// <summary>
    /// Must be called between the last <see cref="Add(int, int)"/> and the first <see cref="Count"/>.
    /// </summary>
    public void Sort() => PlainSort.Sort(_entries.AsSpan(0, _count));

    /// <summary>
    /// Adds the minutes of each place to another log, once where they are no further apart than so many. Must be
    /// sorted.
    /// </summary>
    public void AddOnce(MinuteLog target, int reach)
    {
        for (var i = 0; i < _count; i++)
        {
            if (i == 0 || _entries[i] - _entries[i - 1] > reach)
                target.Add((int)(uint)_entries[i]);
        }
    }

    /// <summary>How often it happened at the place from one minute to another, both included.</summary>
    [MethodImpl(HotPath.Optimized)]
    public int Count(int first, int last, int place = 0)
    {
        if (_count == 0)
            return 0;
        var before = CountBelow(EntryOf(Math.Max(0, first), place), 0, _count);
        var limit = EntryOf(last + 1, place);
        // Mostly there are few, so the end is near.
        var (low, high) = (before, before + 1);
        while (high <= _count && _entries[high - 1] < limit)
            (low, high) = (high, 2 * high - before);
        return CountBelow(limit, low, Math.Min(high, _count)) - before;
    }

    private static long EntryOf(int minute, int place) => ((long)place << 32) | (uint)minute;

    [MethodImpl(HotPath.Optimized)]
    private int CountBelow(long limit, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle] < limit)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
