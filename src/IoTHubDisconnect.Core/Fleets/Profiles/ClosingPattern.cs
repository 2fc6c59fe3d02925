using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// At which ages a device's sessions are closed from afar: at a token's expiry, or at a constant age of no token's.
/// Both repeat to the second, so <see cref="ExpiryOverIdle"/> weighs which of the two a repetition is.
/// </summary>
internal sealed class ClosingPattern
{
    /// <summary>Sessions whose ages are looked at: a habit shows in fewer.</summary>
    public const int MostAges = 1024;

    /// <summary>A token does not know the time of day.</summary>
    private const double OfAnotherClock = 10;

    /// <summary>A repetition that may be called a pattern.</summary>
    public const int EnoughSupport = 3;

    /// <summary>So many sessions do not all last for long by accident.</summary>
    private const int EnoughToBeLeast = 8;

    private ClosingPattern(
        int count,
        TokenExpiryPattern? expiry,
        ConstantAge idle,
        bool maySleep,
        RestartSchedule? schedule,
        double unauthorizedShare,
        HubSweep? sweep,
        LooseAge loose,
        TokenExpiryPattern? otherExpiry,
        double expiryOverIdle
    )
    {
        OtherExpiry = otherExpiry;
        Count = count;
        UnauthorizedShare = unauthorizedShare;
        Sweep = sweep;
        Loose = loose;
        Schedule = schedule;
        Expiry = expiry;
        Idle = idle;
        ExpiryOverIdle = expiryOverIdle;
        TokenLifetime =
            expiry is { Support: >= EnoughSupport, Strength: >= 1.5 } && expiryOverIdle > 0 ? expiry.Lifetime : null;
        var mayBeTimers = maySleep && schedule is null && idle.Seconds >= TroubleHabits.ShortSession;
        IdleAge = HasRepeatedAge && expiryOverIdle < 0 && mayBeTimers ? idle.Seconds : null;
        IsSteady = TokenLifetime is not null && LogShare(expiry!.Support) > 1.5 || IdleAge is not null && KeepsToAge;
    }

    /// <summary>Sessions of a known age that were closed from afar.</summary>
    public int Count { get; }

    public TokenExpiryPattern? Expiry { get; }

    /// <summary>
    /// What the tokens lived before or after their lifetime was changed; null where it was not, as far as is known.
    /// </summary>
    public TokenExpiryPattern? OtherExpiry { get; }

    public ConstantAge Idle { get; }

    /// <summary>When the device's closings are by the clock on the wall; null where they are not.</summary>
    public RestartSchedule? Schedule { get; }

    /// <summary>The share of them that the hub said 401003 beside.</summary>
    public double UnauthorizedShare { get; }

    /// <summary>The hub's sweeps that closing after closing falls into; null for none.</summary>
    public HubSweep? Sweep { get; }

    /// <summary>The age that most sessions end near, though not to the second.</summary>
    public LooseAge Loose { get; }

    /// <summary>
    /// Many sessions end at the hub's cap and few sooner, as those do of a client whose keep-alive is longer.
    /// </summary>
    public bool EndsAtHubCap { get; private init; }

    /// <summary>The same of as few sessions as there are.</summary>
    public bool MayEndAtHubCap { get; private init; }

    /// <summary>Of many sessions, none ends sooner than at the hub's cap.</summary>
    public bool NoneBeforeHubCap { get; private init; }

    /// <summary>Hardly a session ends sooner than at the repeated age: a timer counts from the last packet.</summary>
    public bool IdleIsLeast { get; private init; }

    /// <summary>How late its client notices that the hub has given up; none where that is not known.</summary>
    public UnansweredPings Unanswered { get; private init; }

    /// <summary>The log has no connects, and ages are times from one close to the next.</summary>
    public bool AreGaps { get; private init; }

    /// <summary>Sessions end at one age again and again: no accident does that.</summary>
    public bool HasRepeatedAge => Idle.IsOften(Count);

    /// <summary>Nearly all sessions end at the repeated age, so that one of unknown age most likely does too.</summary>
    public bool KeepsToAge => HasRepeatedAge && Schedule is null && LogShare(Idle.Support) > 1.5;

    /// <summary>The same of an age that they end near.</summary>
    public bool KeepsToLooseAge =>
        TokenLifetime is null && Schedule is null && Loose.Support > 0 && LogShare(Loose.Support) > 1.5;

    /// <summary>
    /// Ended as long after the last message as sessions without one last, by another clock than the token's.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    public bool IsPastTheTimer(double age) =>
        HasRepeatedAge
        && IdleIsLeast
        && Schedule is null
        && age > Idle.Seconds
        && !(TokenLifetime is not null && Expiry!.Fits(Idle.Seconds));

    /// <summary>Log odds that the repeated age is a token's expiry rather than an idle cut.</summary>
    public double ExpiryOverIdle { get; }

    /// <summary>Seconds; null where no age is taken for a token's expiry.</summary>
    public double? TokenLifetime { get; }

    /// <summary>Seconds; null where no age is taken for an idle cut.</summary>
    public double? IdleAge { get; }

    /// <summary>
    /// Log odds that one of the device's closings is among so many of its kind: all there is to say where the age
    /// is not known.
    /// </summary>
    public double LogShare(int support) =>
        Math.Clamp(Math.Log((support + 0.5) / (Math.Max(0, Count - support) + 0.5)), -1.5, 2.5);

    /// <summary>Sessions end at several of the hub's delays, which nothing but tokens ends them at.</summary>
    public bool EndsAtSeveralDelays =>
        Expiry is { Support: >= EnoughSupport, Strength: >= 1.5 } expiry
        && expiry.Support > Idle.Support
        && (expiry.Graces >= 2 || expiry.Elsewhere >= 2);

    /// <summary>Nearly all closings keep to the pattern, so that one of unknown age most likely does too.</summary>
    public bool IsSteady { get; }

    /// <summary>
    /// The lifetime, in seconds, of a token whose session ended at this age; null where none is known.
    /// </summary>
    public double? LifetimeAt(double? age) =>
        age is { } known && OtherExpiry?.Fits(known) == true ? OtherExpiry.Lifetime : Expiry?.Lifetime;

    [MethodImpl(HotPath.Profiles)]
    public bool FitsExpiry(double age) =>
        TokenLifetime is not null && (Expiry!.Fits(age) || OtherExpiry?.Fits(age) == true);

    /// <summary>
    /// The age is near the one that most sessions end near; it need not be of the same timer as another that is,
    /// too.
    /// </summary>
    public bool FitsLoosely(double age) => TokenLifetime is null && Loose.Fits(age);

    public bool FitsIdle(double age) => IdleAge is not null && Idle.Fits(age);

    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    public static ClosingPattern Find(DeviceProfile device)
    {
        Span<double> ages = stackalloc double[MostAges],
            phases = stackalloc double[MostAges];
        var (count, unauthorized, away, areGaps) = AgesOfCuts.Read(device, ages, phases);
        ages = ages[..count];
        var idle = ConstantAge.Find(ages);
        var behaviour = BehaviourOf(device);
        var (expiry, other) = LifetimeChange.Find(device, ages, behaviour.HubCloses);
        var schedule = RestartSchedule.OfCuts(device);
        var maySleep = behaviour.MayBeSilent(idle.Seconds) != Silence.Impossible;
        var share = unauthorized / (double)Math.Max(1, count);
        var odds = ExpiryOdds.Over(device, behaviour, expiry, idle, maySleep, share);
        if (schedule is not null)
            odds -= OfAnotherClock;
        var sweep = schedule is null ? HubSweep.Find(phases[..count], away) : null;
        if (sweep is not null)
            odds += 6;
        var isLeast = PlainSort.CountBelow<double>(ages, idle.Seconds - 1) * 8 <= idle.Support;
        return new ClosingPattern(
            count,
            expiry,
            idle,
            maySleep,
            schedule,
            share,
            sweep,
            LooseAge.Find(ages, 0.16, 0.6),
            other,
            odds
        )
        {
            EndsAtHubCap = IsOfHubCap(ages, EnoughSupport),
            MayEndAtHubCap = IsOfHubCap(ages, 1),
            NoneBeforeHubCap = IsNoneBeforeHubCap(ages),
            IdleIsLeast = isLeast,
            Unanswered = isLeast && idle.IsOften(count) ? UnansweredPings.Find(device, idle) : default,
            AreGaps = areGaps,
        };
    }

    /// <summary>
    /// Some talk for moments before they are quiet. Nearer to half an hour, a token ends all, and at one age.
    /// </summary>
    private static bool IsOfHubCap(ReadOnlySpan<double> ages, int enough)
    {
        const double moments = 28,
            apart = 12;
        var sooner = PlainSort.CountBelow(ages, SdkBehaviour.HubCap - 1);
        var at = PlainSort.CountBelow(ages, SdkBehaviour.HubCap + moments) - sooner;
        var sharply = PlainSort.CountBelow(ages, SdkBehaviour.HubCapEnd) - sooner;
        return at >= enough
            && (at * 4 >= ages.Length || IsNoneBeforeHubCap(ages))
            && sooner * 3 <= at
            && (sharply * 4 >= at || sharply > 0 && ages[sooner + at - 1] - ages[sooner] > apart);
    }

    private static bool IsNoneBeforeHubCap(ReadOnlySpan<double> ages) =>
        ages.Length >= EnoughToBeLeast && ages[0] >= SdkBehaviour.HubCap - 1;

    /// <summary>How the SDK behaves that had the sessions.</summary>
    private static SdkBehaviour BehaviourOf(DeviceProfile device)
    {
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.Kind != DisconnectKind.Closed)
                continue;
            if (ErrorCodes.GroupOf(record.Code) is ErrorGroup.RemoteClosed or ErrorGroup.Unauthorized)
                return SdkBehaviour.Of(device.SdkOf(record).Family);
        }
        return device.Behaviour;
    }
}
