using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Minutes in which something happened at all.</summary>
internal sealed class MinuteSet
{
    private const int Bits = 64;

    private readonly Dictionary<int, ulong> _words = [];

    [MethodImpl(HotPath.Profiles)]
    public void Add(int minute) => Add(minute / Bits, 1UL << minute % Bits);

    public void Add(MinuteSet other)
    {
        foreach (var (index, word) in other._words)
            Add(index, word);
    }

    /// <summary>In how many minutes from one to another, both included, it happened.</summary>
    public int Count(int first, int last)
    {
        var count = 0;
        for (var minute = first; minute <= last; minute++)
            count += (_words.GetValueOrDefault(minute / Bits) >> minute % Bits & 1) != 0 ? 1 : 0;
        return count;
    }

    private void Add(int index, ulong word) => CollectionsMarshal.GetValueRefOrAddDefault(_words, index, out _) |= word;
}
