using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Profiles;

/// <summary>Sorts the ages of one device: a plain quicksort, because the library's generic one would be compiled in each process, twice.</summary>
internal static class AgeSort
{
    private const int Few = 16;

    [MethodImpl(HotPath.Optimized)]
    public static void Sort(Span<double> ages)
    {
        while (ages.Length > Few)
        {
            var middle = Split(ages, MedianOf(ages[0], ages[ages.Length / 2], ages[^1]));
            Sort(ages[..middle]);
            ages = ages[middle..];
        }
        for (var i = 1; i < ages.Length; i++)
        {
            var age = ages[i];
            var at = i;
            for (; at > 0 && ages[at - 1] > age; at--) ages[at] = ages[at - 1];
            ages[at] = age;
        }
    }

    /// <summary>Brings what is below the pivot to the front.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static int Split(Span<double> ages, double pivot)
    {
        for (int low = 0, high = ages.Length - 1; ; low++, high--)
        {
            while (ages[low] < pivot) low++;
            while (ages[high] > pivot) high--;
            if (low >= high) return low == 0 ? 1 : low;
            (ages[low], ages[high]) = (ages[high], ages[low]);
        }
    }

    private static double MedianOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
