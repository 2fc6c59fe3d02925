using System.Runtime.CompilerServices;

namespace IoTHubDisconnect;

/// <summary>
/// Marks methods that see every row or every disconnect. Most processes run a command once: code that is at first compiled
/// without optimization, counted and compiled again would cost them more than the work itself. Nor are they compiled as parts of others.
/// </summary>
internal static class HotPath
{
    public const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
