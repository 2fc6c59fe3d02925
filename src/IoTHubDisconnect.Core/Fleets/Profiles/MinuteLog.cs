using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Minutes at which something happened to a device; asked for how often around a minute.</summary>
internal sealed class MinuteLog
{
    /// <summary>The index has no more parts, however far the first and the last minute are apart.</summary>
    private const int MostParts = 1 << 17;

    private int[] _minutes = [];
    private int _count;

    // How many minutes lie before each part of the time, and how long a part is, as a power of two.
    private int[] _before = [];
    private int _shift;

    [MethodImpl(HotPath.Optimized)]
    public void Add(int minute)
    {
        if (_count == _minutes.Length)
            Array.Resize(ref _minutes, Math.Max(256, 2 * _count));
        _minutes[_count++] = minute;
    }

    public void Add(MinuteLog other)
    {
        if (_count + other._count > _minutes.Length)
            Array.Resize(ref _minutes, _count + other._count);
        Array.Copy(other._minutes, 0, _minutes, _count, other._count);
        _count += other._count;
    }

    /// <summary>Must be called between the last <see cref="Add(int)"/> and the first <see cref="Count"/>.</summary>
    public void Sort()
    {
        if (_count == 0)
            return;
        PlainSort.Sort(_minutes.AsSpan(0, _count));
        var length = _minutes[_count - 1] - _minutes[0];
        for (_shift = 0; length >> _shift >= MostParts; )
            _shift++;
        _before = new int[(length >> _shift) + 2];
        for (var i = 0; i < _count; i++)
            _before[PartOf(_minutes[i]) + 1]++;
        for (var part = 1; part < _before.Length; part++)
            _before[part] += _before[part - 1];
    }

    /// <summary>How often it happened from one minute to another, both included.</summary>
    public int Count(int first, int last) => CountBelow(last + 1) - CountBelow(first);

    [MethodImpl(HotPath.Optimized)]
    private int CountBelow(int minute)
    {
        if (_count == 0 || minute <= _minutes[0])
            return 0;
        var part = PartOf(minute);
        if (part >= _before.Length - 1)
            return _count;
        var (start, end) = (_before[part], _before[part + 1]);
        return _shift == 0 ? start : start + PlainSort.CountBelow<int>(_minutes.AsSpan(start, end - start), minute);
    }

    private int PartOf(int minute) => (minute - _minutes[0]) >> _shift;
}
