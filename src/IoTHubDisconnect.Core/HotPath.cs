using System.Runtime.CompilerServices;

namespace IoTHubDisconnect;

/// <summary>
/// Marks methods that see every row or every disconnect. Most processes run a command once: code that is at first
/// compiled without optimization, counted and compiled again would cost them more than the work itself. What is marked
/// is compiled once, and not again as a part of what calls it.
/// </summary>
internal static class HotPath
{
    public const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
