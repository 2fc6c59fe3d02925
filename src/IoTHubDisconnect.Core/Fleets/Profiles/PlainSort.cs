using System.Numerics;
using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Sorts numbers: a plain quicksort, because the library's generic one would be compiled in each process, twice.
/// </summary>
internal static class PlainSort
{
    private const int Few = 16;

    public static void Sort<T>(Span<T> numbers)
        where T : unmanaged, IComparisonOperators<T, T, bool> =>
        Sort(numbers, 2 * BitOperations.Log2((uint)numbers.Length));

    /// <summary>How many of the sorted numbers are below a limit.</summary>
    [MethodImpl(HotPath.Profiles)]
    public static int CountBelow<T>(ReadOnlySpan<T> sorted, T limit)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < limit)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <param name="numbers">What to sort.</param>
    /// <param name="depth">How often they may be split; numbers that split badly are left to the library.</param>
    [MethodImpl(HotPath.Profiles)]
    private static void Sort<T>(Span<T> numbers, int depth)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        while (numbers.Length > Few)
        {
            if (depth-- == 0)
            {
                numbers.Sort();
                return;
            }
            var middle = Split(numbers, MedianOf(numbers[0], numbers[numbers.Length / 2], numbers[^1]));
            Sort(numbers[..middle], depth);
            numbers = numbers[middle..];
        }
        for (var i = 1; i < numbers.Length; i++)
        {
            var number = numbers[i];
            var at = i;
            for (; at > 0 && numbers[at - 1] > number; at--)
                numbers[at] = numbers[at - 1];
            numbers[at] = number;
        }
    }

    /// <summary>Brings what is below the pivot to the front.</summary>
    [MethodImpl(HotPath.Profiles)]
    private static int Split<T>(Span<T> numbers, T pivot)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        for (int low = 0, high = numbers.Length - 1; ; low++, high--)
        {
            while (numbers[low] < pivot)
                low++;
            while (numbers[high] > pivot)
                high--;
            if (low >= high)
                return low == 0 ? 1 : low;
            (numbers[low], numbers[high]) = (numbers[high], numbers[low]);
        }
    }

    private static T MedianOf<T>(T a, T b, T c)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        if (a > b)
            (a, b) = (b, a);
        return c < a ? a
            : c > b ? b
            : c;
    }
}
