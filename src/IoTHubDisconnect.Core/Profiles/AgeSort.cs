using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Profiles;

/// <summary>Sorts the few ages of one device: a shell sort, which unlike the library's generic sort need not be compiled twice.</summary>
internal static class AgeSort
{
    [MethodImpl(HotPath.Optimized)]
    public static void Sort(Span<double> ages)
    {
        foreach (var gap in (ReadOnlySpan<int>)[701, 301, 132, 57, 23, 10, 4, 1])
        {
            for (var i = gap; i < ages.Length; i++)
            {
                var age = ages[i];
                var at = i;
                for (; at >= gap && ages[at - gap] > age; at -= gap) ages[at] = ages[at - gap];
                ages[at] = age;
            }
        }
    }
}
