namespace FleetGenerator.Habits;

/// <summary>What is special about a device.</summary>
public enum Habit
{
    /// <summary>Nothing: it is always on.</summary>
    Steady,

    /// <summary>It connects on a schedule, for a short time.</summary>
    DutyCycle,

    /// <summary>Its application is restarted in an orderly way, at a time of the day or now and then.</summary>
    PlannedRestart,

    /// <summary>Its application crashes and a supervisor starts it again after a fixed time.</summary>
    Supervised,

    /// <summary>It reboots itself, which takes a time of its own.</summary>
    Watchdog,

    /// <summary>A middlebox cuts its quiet connection at a constant age.</summary>
    IdleCut,

    /// <summary>Its keep-alive is over the hub's cap.</summary>
    LongKeepAlive,

    /// <summary>A clone with the same identity shows up now and then.</summary>
    CloneNowAndThen,

    /// <summary>A clone with the same identity is always on.</summary>
    CloneAlways,

    /// <summary>It has a wrong key, from the first or for some hours.</summary>
    WrongKey,

    /// <summary>An operator made its token, which runs out.</summary>
    OperatorToken,

    /// <summary>Its certificate runs out.</summary>
    CertificateExpired,

    /// <summary>After each reboot its clock is wrong for a while.</summary>
    WrongClock,

    /// <summary>Its identity gets disabled.</summary>
    Disabled,

    /// <summary>Its identity gets deleted.</summary>
    Deleted,

    /// <summary>It sends too much.</summary>
    Throttled,

    /// <summary>A gateway whose modules share one uplink.</summary>
    Gateway,
}
