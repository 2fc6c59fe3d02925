using System.Runtime.CompilerServices;

namespace IoTHubDisconnect;

/// <summary>
/// Marks methods that see every row or every disconnect. Most processes run a command once: code that is at first
/// compiled without optimization, counted and compiled again would cost them more than the work itself. What is marked
/// is compiled once, and not again as a part of what calls it. The benchmark <c>marks</c> prints what each room's are
/// worth.
/// </summary>
internal static class HotPath
{
    private const MethodImplOptions Marked = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    public const MethodImplOptions Reading = Marked;
    public const MethodImplOptions Sessions = Marked;
    public const MethodImplOptions Profiles = Marked;
    public const MethodImplOptions Causes = Marked;
    public const MethodImplOptions Sums = Marked;
}
