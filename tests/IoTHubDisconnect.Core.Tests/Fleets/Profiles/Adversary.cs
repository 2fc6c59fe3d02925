using System.Numerics;

namespace IoTHubDisconnect.Tests.Profiles;

/// <summary>
/// Numbers that get their values while they are compared, such that any quicksort splits them badly: McIlroy, A Killer
/// Adversary for Quicksort, 1999. One at a time.
/// </summary>
internal sealed class Adversary
{
    private static Adversary _current = null!;
    private readonly int[] _values;
    private int _solid;
    private int _candidate;

    public Adversary(int count)
    {
        _values = Enumerable.Repeat(int.MaxValue, count).ToArray();
        _current = this;
    }

    public Number[] Numbers => [.. Enumerable.Range(0, _values.Length).Select(i => new Number(i))];

    public long Comparisons { get; private set; }

    public int ValueOf(Number number) => _values[number.Index];

    private int Compare(int x, int y)
    {
        Comparisons++;
        if (_values[x] == int.MaxValue && _values[y] == int.MaxValue && x != y)
            _values[x == _candidate ? x : y] = _solid++;
        if (_values[x] == int.MaxValue)
            _candidate = x;
        else if (_values[y] == int.MaxValue)
            _candidate = y;
        return _values[x].CompareTo(_values[y]);
    }

    public readonly record struct Number(int Index) : IComparisonOperators<Number, Number, bool>, IComparable<Number>
    {
        public static bool operator <(Number left, Number right) => left.CompareTo(right) < 0;

        public static bool operator >(Number left, Number right) => left.CompareTo(right) > 0;

        public static bool operator <=(Number left, Number right) => left.CompareTo(right) <= 0;

        public static bool operator >=(Number left, Number right) => left.CompareTo(right) >= 0;

        public int CompareTo(Number other) => _current.Compare(Index, other.Index);
    }
}
