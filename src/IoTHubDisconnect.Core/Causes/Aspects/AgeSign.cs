namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// What an age may look like: not known, a token's lifetime (which a timer might explain, too, or not), an age that
/// repeats without being one (as round timers have it, or although the client pings sooner, or after the hub's
/// cap), or none of them.
/// </summary>
internal enum AgeSign
{
    NotKnown,
    NotKnownHubCloses,
    NotKnownClientRenews,
    NotKnownMostlyToken,
    NotKnownMostlyTimer,
    SinceReturnToken,
    SinceReturnTimer,
    TooShort,
    LifetimeTold,
    LifetimeAtSeveralDelays,
    LifetimeWith401003,
    LifetimeAlone,
    LifetimeAloneOdd,
    LifetimeOrTimer,
    LifetimeOrTimerShared,
    LifetimeOrTimerShort,
    LifetimeOrTimerOdd,
    LifetimeOfAnotherTime,
    LifetimeMadeTogether,
    LifetimeOnceHour,
    LifetimeOnceHourOtherwiseRenewed,
    LifetimeOnceShared,
    LifetimeOnceUsual,
    LifetimeOftenShared,
    LifetimeTwice,
    RepeatedAtHubCap,
    RepeatedAtPatience,
    RepeatedRound,
    Repeated,
    RepeatedDoubtful,
    RepeatedAlthoughPinged,
    RepeatedAlthoughPingedOverWebSocket,
    RepeatedOverHubCap,
    RepeatedOverHubCapOverWebSocket,
    RepeatedOverHubCapHubCloses,
    TwiceTheTimer,
    AtHubCap,
    RepeatedLoosely,
    RepeatedLooselyAlthoughPinged,
    OffTheLifetime,
    OffTheTimer,
    Any,
}
