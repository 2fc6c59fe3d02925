using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Orderly closes one after the other, from each of which the client was back at once. A clock closes at one age; a
/// client that is made anew for reasons of its own closes at any.
/// </summary>
internal readonly struct CloseRun
{
    private const int Beside = 8;
    private const int Enough = 5;

    /// <summary>Seconds. Who closes only to come back does not wait.</summary>
    private const double AtOnce = 30;

    /// <summary>Seconds. Nobody has a client made anew every few minutes.</summary>
    public const double FewMinutes = 600;

    /// <summary>Seconds. Nor every half hour one whose SDK renews its tokens by a clock, or never.</summary>
    private const double HalfHour = 1800;

    private CloseRun(bool isIrregular, bool isLoop)
    {
        IsIrregular = isIrregular;
        IsLoop = isIrregular && isLoop;
    }

    /// <summary>Its sessions are of all lengths, such as no token's clock makes, and this one is as no other.</summary>
    public bool IsIrregular { get; }

    /// <summary>It is irregular, and this session, as most, lasted no more than minutes.</summary>
    public bool IsLoop { get; }

    /// <summary>Seconds. No session of a loop lasts longer.</summary>
    public static double LongestOfLoop(DeviceProfile device) => IsSdkKnown(device) ? HalfHour : FewMinutes;

    private static bool IsSdkKnown(DeviceProfile device) =>
        device.Behaviour.ClientRenews || device.Behaviour.NeverClosesToRenew;

    /// <summary>The closes before and after this one.</summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    public static CloseRun Around(DeviceProfile device, int index)
    {
        const double widest = 1.15,
            widestOfSdk = 1.04,
            moment = 2.5;
        var records = device.Records.AsSpan();
        if (!IsPart(records, index))
            return default;
        var (first, last) = (index, index);
        while (first > Math.Max(0, index - Beside) && IsPart(records, first - 1))
            first--;
        while (last < Math.Min(records.Length - 1, index + Beside) && IsPart(records, last + 1))
            last++;
        var count = last - first + 1;
        if (count < Enough)
            return default;
        Span<double> ages = stackalloc double[2 * Beside + 1];
        for (var i = 0; i < count; i++)
            ages[i] = records[first + i].Age!.Value;
        ages = ages[..count];
        PlainSort.Sort(ages);
        var own = records[index].Age!.Value;
        var alike = ReturnTimes.Near(ages, own, moment) - 1;
        return new CloseRun(
            alike * 4 < count && ages[count * 3 / 4] > (IsSdkKnown(device) ? widestOfSdk : widest) * ages[count / 4],
            Math.Max(own, ages[count / 2]) < LongestOfLoop(device)
        );
    }

    /// <summary>The session began right after another orderly close, and ended with one.</summary>
    private static bool IsPart(ReadOnlySpan<DisconnectRecord> records, int index)
    {
        if (index == 0)
            return false;
        ref readonly var before = ref records[index - 1];
        return records[index].MayBeOrderly
            && before.MayBeOrderly
            && records[index].ConnectedAt != 0
            && records[index].ConnectedAt == before.ReconnectedAt
            && before.ReturnGap < AtOnce;
    }
}
