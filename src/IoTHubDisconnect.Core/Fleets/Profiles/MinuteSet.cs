using System.Numerics;
using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Minutes in which something happened at all.</summary>
internal sealed class MinuteSet
{
    private const int Bits = 64;

    /// <summary>Minutes farther from the first ones than fifteen years are left out: no log is so long.</summary>
    private const int MostWords = 1 << 17;

    private ulong[] _words = [];
    private int _first;

    [MethodImpl(HotPath.Profiles)]
    public void Add(int minute)
    {
        var word = minute / Bits;
        if (Reaches(word))
            _words[word - _first] |= 1UL << minute % Bits;
    }

    public void Add(MinuteSet other)
    {
        for (var i = 0; i < other._words.Length; i++)
            if (other._words[i] != 0 && Reaches(other._first + i))
                _words[other._first + i - _first] |= other._words[i];
    }

    /// <summary>In how many minutes from one to another, both included, it happened.</summary>
    public int Count(int first, int last)
    {
        var count = 0;
        for (var minute = first; minute <= last; minute++)
        {
            var word = minute / Bits - _first;
            count += word >= 0 && word < _words.Length && (_words[word] >> minute % Bits & 1) != 0 ? 1 : 0;
        }
        return count;
    }

    /// <summary>Makes room for the word.</summary>
    private bool Reaches(int word)
    {
        if (_words.Length == 0)
            _first = word;
        if (word >= _first && word < _first + _words.Length)
            return true;
        var (first, end) = (Math.Min(_first, word), Math.Max(_first + _words.Length, word + 1));
        if (end - first > MostWords)
            return false;
        var words = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)(end - first))];
        first = word < _first ? end - words.Length : first;
        _words.CopyTo(words, _first - first);
        (_words, _first) = (words, first);
        return true;
    }
}
