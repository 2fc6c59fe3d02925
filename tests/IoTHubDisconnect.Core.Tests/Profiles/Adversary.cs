using System.Numerics;

namespace IoTHubDisconnect.Tests.Profiles;

/// <summary>
/// Numbers that get their values while they are compared, such that any quicksort splits them badly: McIlroy, A Killer Adversary for
/// Quicksort, 1999. One at a time.
/// </summary>
internal sealed class Adversary
{
    private static Adversary current = null!;
    private readonly int[] values;
    private int solid;
    private int candidate;

    public Adversary(int count)
    {
        values = Enumerable.Repeat(int.MaxValue, count).ToArray();
        current = this;
    }

    public Number[] Numbers => [.. Enumerable.Range(0, values.Length).Select(i => new Number(i))];

    public long Comparisons { get; private set; }

    public int ValueOf(Number number) => values[number.Index];

    private int Compare(int x, int y)
    {
        Comparisons++;
        if (values[x] == int.MaxValue && values[y] == int.MaxValue && x != y)
            values[x == candidate ? x : y] = solid++;
        if (values[x] == int.MaxValue)
            candidate = x;
        else if (values[y] == int.MaxValue)
            candidate = y;
        return values[x].CompareTo(values[y]);
    }

    public readonly record struct Number(int Index) : IComparisonOperators<Number, Number, bool>, IComparable<Number>
    {
        public static bool operator <(Number left, Number right) => left.CompareTo(right) < 0;

        public static bool operator >(Number left, Number right) => left.CompareTo(right) > 0;

        public static bool operator <=(Number left, Number right) => left.CompareTo(right) <= 0;

        public static bool operator >=(Number left, Number right) => left.CompareTo(right) >= 0;

        public int CompareTo(Number other) => current.Compare(Index, other.Index);
    }
}
