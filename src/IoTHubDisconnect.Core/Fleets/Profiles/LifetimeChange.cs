using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Finds what a device's tokens lived, and what they lived before or after that was changed.</summary>
internal static class LifetimeChange
{
    /// <summary>Seconds. A client that the hub closes knows at once, and is back sooner.</summary>
    private const double SlowReturn = 60;

    /// <param name="device">The device; no more than its records is known yet.</param>
    /// <param name="ages">Seconds, sorted, at which its sessions were closed.</param>
    /// <param name="hubCloses">Whether nothing but the hub ends the SDK's tokens.</param>
    public static (TokenExpiryPattern? Lifetime, TokenExpiryPattern? Other) Find(
        DeviceProfile device,
        ReadOnlySpan<double> ages,
        bool hubCloses
    )
    {
        var lifetime = ExpirySearch.Find(ages, hubCloses);
        if (lifetime is null || FindOther(ages, lifetime) is not { } other)
            return (lifetime, null);
        var isSlow = IsBackLate(device, other);
        if (isSlow == IsBackLate(device, lifetime))
            return (lifetime, other);
        return (isSlow ? lifetime : other, null);
    }

    /// <summary>
    /// Most of the ages (sorted) that do not fit the lifetime fit another that people set, too long for an idle
    /// timer.
    /// </summary>
    [SkipLocalsInit]
    private static TokenExpiryPattern? FindOther(ReadOnlySpan<double> ages, TokenExpiryPattern lifetime)
    {
        if (lifetime.Support < ClosingPattern.EnoughSupport)
            return null;
        Span<double> left = stackalloc double[ClosingPattern.MostAges];
        var count = 0;
        foreach (var age in ages)
        {
            if (!lifetime.Fits(age) && age > SdkBehaviour.HubCapEnd)
                left[count++] = age;
        }
        return
            count >= ClosingPattern.EnoughSupport
            && ExpirySearch.Find(left[..count], hubCloses: false) is { Support: >= ClosingPattern.EnoughSupport } other
            && other.Support * 5 >= count * 4
            && TokenExpiryPattern.IsUsual(other.Lifetime)
            ? other
            : null;
    }

    /// <summary>The device takes long to come back from most of the ends that fit.</summary>
    private static bool IsBackLate(DeviceProfile device, TokenExpiryPattern pattern)
    {
        var (late, soon) = (0, 0);
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.Kind != DisconnectKind.Closed || record.ReturnGap is not { } gap)
                continue;
            if (record.Age is not { } age || !pattern.Fits(age))
                continue;
            if (gap > SlowReturn)
                late++;
            else
                soon++;
        }
        return late > soon;
    }
}
