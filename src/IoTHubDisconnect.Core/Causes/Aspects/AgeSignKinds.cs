using static IoTHubDisconnect.Causes.Aspects.AgeSign;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>What several signs of an age have in common.</summary>
internal static class AgeSignKinds
{
    /// <summary>Those right before and after it were as short.</summary>
    public static bool IsLoop(this AgeSign sign) => sign is TooShortAgain or AtOnceAgain;

    /// <summary>A token's lifetime may explain the age.</summary>
    public static bool IsLifetime(this AgeSign sign) =>
        sign.BearsLifetimeOut()
        || sign is LifetimeAloneOverWebSocket or LifetimeHourAsLimits or LifetimeOfTheFleet or LifetimeTwice;

    /// <summary>Sessions, the fleet or custom bear the token's lifetime out.</summary>
    public static bool BearsLifetimeOut(this AgeSign sign) =>
        sign
            is LifetimeTold
                or LifetimeAtSeveralDelays
                or LifetimeAtVaryingDelays
                or LifetimeWith401003
                or LifetimeAlone
                or LifetimeOnTheSweep
                or LifetimeOrTimer
                or LifetimeOrTimerAlwaysAtOnce
                or LifetimeOrTimerShared
                or LifetimeOrTimerShort
                or LifetimeOfAnotherTime
                or LifetimeMadeTogether
                or LifetimeOnceHour
                or LifetimeOnceHourOtherwiseRenewed
                or LifetimeOnceShared
                or LifetimeOnceUsual
                or LifetimeOftenShared
                or LifetimeDrifts;

    /// <summary>Many of the device's sessions ended at that age, and no lifetime that people set explains it.</summary>
    public static bool IsRepeated(this AgeSign sign) =>
        sign is RepeatedAtHubCap or RepeatedAtPatience or RepeatedRound or Repeated
        || sign.IsDoubtfulForPings()
        || sign.IsRepeatedOverHubCap();

    /// <summary>It repeats, and the client would have pinged by then unless its keep-alive was set longer.</summary>
    public static bool IsDoubtfulForPings(this AgeSign sign) =>
        sign
            is RepeatedDoubtful
                or RepeatedKeepAliveUnknown
                or RepeatedAlthoughPinged
                or RepeatedAlthoughPingedOverWebSocket
                or RepeatedAlthoughPingedBeside;

    /// <summary>
    /// Something ends sessions at an age that no hub lets a quiet client reach: a limit on the way, or the device's
    /// own.
    /// </summary>
    public static bool IsRepeatedOverHubCap(this AgeSign sign) =>
        sign
            is RepeatedOverHubCap
                or RepeatedOverHubCapRound
                or RepeatedOverHubCapAsLimit
                or RepeatedOverHubCapHubCloses;

    /// <summary>That it is a limit on the way shows by others or by its figure.</summary>
    public static bool IsLimit(this AgeSign sign) => sign is RepeatedOverHubCapRound or RepeatedOverHubCapAsLimit;

    /// <summary>
    /// The hub gave up at its cap on a client that is quiet for longer, and that finds out when it next sends.
    /// </summary>
    public static bool IsAtHubCap(this AgeSign sign) => sign is RepeatedAtHubCap or PastHubCap;

    /// <summary>Sessions end near that age, though not at it.</summary>
    public static bool IsLooselyRepeated(this AgeSign sign) => sign is RepeatedLoosely or RepeatedLooselyAlthoughPinged;

    /// <summary>The device shows no age that repeats, and many others do.</summary>
    public static bool IsOfOthers(this AgeSign sign) => sign is TimerOfTheFleet or LimitOfTheFleet;

    /// <summary>It, or those of others, repeats: something ends sessions at an age.</summary>
    public static bool Repeats(this AgeSign sign) => sign.IsRepeated() || sign.IsLooselyRepeated() || sign.IsOfOthers();

    /// <summary>The age repeats on this device, more or less, or on others, and no token's clock explains it.</summary>
    public static bool IsOfAnotherClock(this AgeSign sign) => sign.Repeats() && sign != RepeatedOverHubCapHubCloses;
}
