using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Minutes at which something happened to a device; asked for how often around a minute.</summary>
internal sealed class MinuteLog
{
    /// <summary>The index has no more parts, however far the first and the last minute are apart.</summary>
    private const int MostParts = 1 << 17;

    private readonly List<int> _minutes = [];

    // How many minutes lie before each part of the time, and how long a part is, as a power of two.
    private int[] _before = [];
    private int _shift;

    public int Length => _minutes.Count;

    public void Add(int minute) => _minutes.Add(minute);

    public void Add(MinuteLog other) => _minutes.AddRange(other._minutes);

    /// <summary>Must be called between the last <see cref="Add(int)"/> and the first <see cref="Count"/>.</summary>
    public void Sort()
    {
        if (_minutes.Count == 0)
            return;
        PlainSort.Sort(CollectionsMarshal.AsSpan(_minutes));
        var length = _minutes[^1] - _minutes[0];
        for (_shift = 0; length >> _shift >= MostParts; )
            _shift++;
        _before = new int[(length >> _shift) + 2];
        foreach (var minute in _minutes)
            _before[PartOf(minute) + 1]++;
        for (var part = 1; part < _before.Length; part++)
            _before[part] += _before[part - 1];
    }

    /// <summary>How often it happened from one minute to another, both included.</summary>
    public int Count(int first, int last) => CountBelow(last + 1) - CountBelow(first);

    [MethodImpl(HotPath.Profiles)]
    private int CountBelow(int minute)
    {
        if (_minutes.Count == 0 || minute <= _minutes[0])
            return 0;
        var part = PartOf(minute);
        if (part >= _before.Length - 1)
            return _minutes.Count;
        var (start, end) = (_before[part], _before[part + 1]);
        return _shift == 0
            ? start
            : start + PlainSort.CountBelow<int>(CollectionsMarshal.AsSpan(_minutes)[start..end], minute);
    }

    private int PartOf(int minute) => (minute - _minutes[0]) >> _shift;
}
