using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes;

/// <summary>How sure an answer may be, however likely the weights make it.</summary>
internal static class ConfidenceLimit
{
    /// <summary>No log shows enough to be surer than this.</summary>
    public const double Most = 0.995;

    /// <summary>And no more than this that all is well, where it does not bear that out.</summary>
    private const double Unproven = 0.75;

    /// <summary>
    /// Whether a device takes its own session over at a steady pace because something forgot the connection, or because
    /// it wakes, or opens another without closing the first, no log tells for sure.
    /// </summary>
    private const double SteadyTakeover = 0.55;

    /// <summary>Nobody is surer than this of what nobody knows.</summary>
    private const double NotKnown = 0.75;

    /// <summary>
    /// Whether a device that goes without a close at its time is meant to, or loses its power or its line then, no log
    /// tells.
    /// </summary>
    private const double GoneByHabit = 0.75;

    /// <summary>Nor whether it has no network at night, or is switched off.</summary>
    private const double GoneAtNight = 0.7;

    /// <summary>No log tells one device that lost its line for hours from one that was switched off.</summary>
    private const double LongAway = 0.85;

    /// <summary>Nor the restarts of a fleet by the clock from tokens that were all made to end at that hour.</summary>
    private const double FleetByTheClock = 0.6;

    /// <summary>Seconds.</summary>
    private const double LongAbsence = 4 * 3600;

    [MethodImpl(HotPath.Causes)]
    public static double Of(CauseName cause, in DisconnectFacts facts) =>
        cause == CauseName.Unknown ? NotKnown
        : IsUnproven(cause, facts) ? Unproven
        : facts.Situation == Situation.Takeover && cause == CauseName.IdleTimeout ? SteadyTakeover
        : facts.Situation == Situation.Cut && cause == CauseName.ClientClosed ? GoneByHabit
        : cause == CauseName.NetworkLost && WallClock.RestsAtNight(facts) ? GoneAtNight
        : cause == CauseName.NetworkLost && facts.Record.ReturnGap > LongAbsence && !SameAddress.IsSiteWide(facts)
            ? LongAway
        : cause == CauseName.DeviceRestarted
        && !facts.Context.HasNoTokenClock
        && facts.IsQuickByTheClock
        && HubDrops.IsByTheClock(facts)
            ? FleetByTheClock
        : Most;

    /// <summary>
    /// An orderly close of which the log does not tell whether it was one, or a token of a lifetime that nobody has
    /// heard of.
    /// </summary>
    private static bool IsUnproven(CauseName cause, in DisconnectFacts facts) =>
        facts.Record.IsUntold && ExpectedCauses.Include(cause)
        || cause == CauseName.SasTokenExpired
            && (facts.Record.Age is not null && !facts.AgeSign.BearsLifetimeOut() || MayBeLimit(facts));

    /// <summary>
    /// All sessions end as the half hours since their connect are whole, as a token's do at once, and as those do that
    /// a carrier or a proxy ends at a limit of its own; the SDK leaves no token to the hub, as far as is known.
    /// </summary>
    private static bool MayBeLimit(in DisconnectFacts facts) =>
        facts is { AgeSign: AgeSign.LifetimeAlone, HasUnauthorized: false, Behaviour.HubCloses: false }
        && facts.Device.Closings is { Expiry: { Graces: 1 } expiry, Idle.Seconds: var age }
        && expiry.Lifetime % TokenExpiryPattern.HalfHour == 0
        && age - expiry.Lifetime < TokenExpiry.Sweep / 2;
}
