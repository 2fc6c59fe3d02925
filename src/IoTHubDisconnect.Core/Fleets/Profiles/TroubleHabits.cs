using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// How a device usually comes back after it was cut off its pattern: what happened before is likely to happen
/// again.
/// </summary>
internal sealed class TroubleHabits
{
    /// <summary>
    /// Seconds within which a client whose connection was reset is back: its first retries, of which ten seconds
    /// and a handshake is the slowest that is common.
    /// </summary>
    public const double QuickReturn = 12.6;

    /// <summary>Seconds. So soon nearly every client is back, whatever it comes back from.</summary>
    public const double QuickAtMost = 3.5;

    /// <summary>Seconds after which a return is too late for a restart.</summary>
    public const double LongReturn = 150;

    /// <summary>Seconds. No timer and no token is so short.</summary>
    public const double ShortSession = 45;

    /// <summary>Seconds. A client whose connection was reset is back by then with its first try.</summary>
    private const double FirstTry = 5;

    /// <summary>Seconds. No application waits longer before it renews; a device that closes may sleep.</summary>
    private const double LongestWait = 300;

    private const int Most = 128;
    private static readonly TroubleHabits None = new([], 0, 0, 0, default, default, default, false);
    private readonly double _leastBoot;

    private TroubleHabits(
        double[] returns,
        int takeovers,
        double leastBoot,
        double usualReturn,
        LooseAge takeoverAge,
        LooseAge closeTakeoverAge,
        ConstantAge exactTakeoverAge,
        bool isLeast
    )
    {
        Returns = new ReturnTimes(returns);
        _leastBoot = leastBoot;
        UsualReturn = usualReturn;
        TakeoverAge = takeoverAge;
        CloseTakeoverAge = closeTakeoverAge;
        ExactTakeoverAge = exactTakeoverAge;
        ExactTakeoverAgeIsLeast = isLeast;
        LoneTakeovers = takeovers;
        Boot = Returns.FindBoot(returns.Length + takeovers, leastBoot);
        BootIsSharp = Boot > 0 && Returns.Near(Boot, Math.Max(1.2, 0.07 * Boot)) * 7 >= returns.Length * 6;
        BootMayBePause = Returns.ArePauses(Boot);
        var (longs, least, most) = (0, double.PositiveInfinity, 0.0);
        foreach (var seconds in returns)
        {
            if (seconds > LongReturn)
                (longs, least, most) = (longs + 1, Math.Min(least, seconds), Math.Max(most, seconds));
            if (seconds is > FirstTry and <= QuickReturn)
                Sooner++;
            if (seconds <= QuickReturn)
                Quick++;
            else if (seconds > LongReturn && !IsBoot(seconds))
                Long++;
        }
        LongAreAlike = longs >= 3 && most <= 1.75 * least;
    }

    /// <summary>
    /// The time, in seconds, that many of the drops lasted: the device's time to boot; 0 where there is none.
    /// </summary>
    public double Boot { get; }

    /// <summary>
    /// Nearly all returns took the boot's time, closer than an attach to a network or a retry keeps to its own.
    /// </summary>
    public bool BootIsSharp { get; }

    /// <summary>The same, and it is a round time: a client that is made to wait as long is back as alike.</summary>
    public bool BootMayBePause { get; }

    /// <summary>
    /// Seconds that the client takes to come back when a token has ended; 0 where it differs, or is not known.
    /// </summary>
    public double UsualReturn { get; }

    /// <summary>The age near which most sessions were that were taken over.</summary>
    public LooseAge TakeoverAge { get; }

    /// <summary>The same, where they are as alike as what a timer ends: a crash comes when it comes.</summary>
    public LooseAge CloseTakeoverAge { get; }

    /// <summary>The age that many of them were to the second, as a client's pings make them.</summary>
    public ConstantAge ExactTakeoverAge { get; }

    /// <summary>Hardly any were younger: what the client sends now and then makes the others older.</summary>
    public bool ExactTakeoverAgeIsLeast { get; }

    /// <summary>Drops off the pattern that the device was back from within <see cref="QuickReturn"/>.</summary>
    public int Quick { get; }

    /// <summary>Those of them that took longer than a client's first try.</summary>
    public int Sooner { get; }

    /// <summary>Drops off the pattern that lasted longer than <see cref="LongReturn"/>.</summary>
    public int Long { get; }

    /// <summary>All that lasted longer than <see cref="LongReturn"/> lasted about as long, as outages do not.</summary>
    public bool LongAreAlike { get; }

    /// <summary>Times the device was back before the hub had noticed its absence.</summary>
    public int LoneTakeovers { get; }

    /// <summary>How long they lasted.</summary>
    public ReturnTimes Returns { get; }

    /// <summary>Drops off the pattern with a return that was seen.</summary>
    public int Count => Returns.Count;

    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    public static TroubleHabits Find(DeviceProfile device)
    {
        Span<double> returns = stackalloc double[Most],
            renewals = stackalloc double[Most],
            taken = stackalloc double[Most];
        int count = 0,
            renewalCount = 0,
            takenCount = 0,
            takeovers = 0;
        for (var i = 0; i < device.Records.Length && count < Most; i++)
        {
            ref readonly var record = ref device.Records[i];
            if (Takeovers.Is(record))
            {
                takeovers += Takeovers.Nearest(device, i) > Takeovers.FightSeconds ? 1 : 0;
                if (record.Age is { } age && takenCount < Most)
                    taken[takenCount++] = age;
            }
            else if (record.ReturnGap is not { } gap || record.Kind != DisconnectKind.Closed)
                continue;
            else if (IsCutOff(device, record))
            {
                if (!device.HasMoved(record))
                    returns[count++] = gap;
            }
            else if (renewalCount < Most && IsTokensEnd(device, record, gap))
                renewals[renewalCount++] = gap;
        }
        if (count + takenCount == 0)
            return None;
        taken = taken[..takenCount];
        PlainSort.Sort(taken);
        var exact = ExactAge(taken);
        var usual = UsualOf(renewals[..renewalCount]);
        return new TroubleHabits(
            returns[..count].ToArray(),
            takeovers,
            LeastBoot(device, usual),
            usual,
            LooseAge.Find(taken, 0.5, 0.75),
            LooseAge.Find(taken, 0.06, 0.75),
            exact,
            IsLeast(exact, taken)
        );
    }

    private static ConstantAge ExactAge(Span<double> sorted)
    {
        const int enough = 6,
            among = 5;
        var age = ConstantAge.Find(sorted);
        return age.Support >= enough && age.Support * among >= sorted.Length && age.IsSharp ? age : default;
    }

    private static bool IsLeast(ConstantAge age, ReadOnlySpan<double> sorted)
    {
        const int fewOf = 10;
        return age.Support > 0
            && PlainSort.CountBelow(sorted, age.Seconds - ConstantAge.Width) * fewOf <= sorted.Length;
    }

    /// <summary>The device was back as soon as it is when a token has ended.</summary>
    public bool IsUsualReturn(double seconds) =>
        UsualReturn > 0 && Math.Abs(seconds - UsualReturn) <= Math.Max(1.5, 0.15 * UsualReturn);

    /// <summary>The drop lasted as long as the device's boot.</summary>
    public bool IsBoot(double seconds) =>
        Boot > 0
        && seconds > Math.Min(QuickReturn, _leastBoot)
        && Math.Abs(seconds - Boot) <= ReturnTimes.Tolerance(Boot);

    /// <summary>Returns between <see cref="QuickReturn"/> and <see cref="LongReturn"/>, and boots.</summary>
    public int Middle => Count - Quick - Long;

    /// <summary>
    /// Seconds. A start that is quicker cannot be told from a retry, unless the client comes back sooner whenever the
    /// hub closes.
    /// </summary>
    private static double LeastBoot(DeviceProfile device, double usualReturn)
    {
        const double slowRetry = 13;
        return usualReturn > 0 && device.Behaviour.HubCloses
            ? Math.Min(slowRetry, Math.Max(3 * usualReturn, usualReturn + FirstTry))
            : slowRetry;
    }

    /// <summary>What most of the returns took, give or take little.</summary>
    private static double UsualOf(Span<double> returns)
    {
        const int enough = 3;
        if (returns.Length < enough)
            return 0;
        PlainSort.Sort(returns);
        var median = returns[returns.Length / 2];
        return ReturnTimes.Near(returns, median, Math.Max(1.5, 0.2 * median)) * 3 >= returns.Length * 2 ? median : 0;
    }

    /// <summary>The client closed, the hub said so, or the age tells it.</summary>
    private static bool IsTokensEnd(DeviceProfile device, in DisconnectRecord record, double gap) =>
        record.IsOrderly
            ? gap <= LongestWait
            : record.IsUnauthorized
                || (
                    record.Age is { } age
                        ? device.Closings.FitsExpiry(age)
                        : device.Closings is { TokenLifetime: not null, IsSteady: true }
                );

    [MethodImpl(HotPath.Profiles)]
    private static bool IsCutOff(DeviceProfile device, in DisconnectRecord record) =>
        record.Kind == DisconnectKind.Closed
        && ErrorCodes.GroupOf(record.Code) == ErrorGroup.RemoteClosed
        && !ErrorCodes.IsUnauthorized(record.RelatedCode)
        && !(
            record.Age is { } age
                ? device.Closings.FitsExpiry(age) || device.Closings.FitsIdle(age)
                : device.Closings.IsSteady
        );
}
