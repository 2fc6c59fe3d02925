namespace IoTHubDisconnect.Reports;

/// <summary>Tells the devices that need somebody from those that now and then lose a connection.</summary>
internal static class AttentionRule
{
    /// <summary>A device that has been away for less may be on its way back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Trouble that does not go away by itself needs somebody when it comes again.</summary>
    public const int LeastLasting = 2;

    /// <summary>
    /// Lost connections of a device's own need somebody from so many on, and from one a day on where the log is longer.
    /// </summary>
    public const int LeastDrops = 3;

    /// <summary>A cause that is less likely is a guess.</summary>
    public const double LeastSure = 0.5;

    /// <summary>Trouble that stays until somebody does something.</summary>
    public static bool IsLasting(CauseName cause) =>
        cause
            is CauseName.IdleTimeout
                or CauseName.DuplicateIdentity
                or CauseName.Unauthorized
                or CauseName.DeviceDisabled
                or CauseName.DeviceNotFound
                or CauseName.Throttled;

    /// <summary>
    /// Trouble that comes and goes: lost connections, and closes that are normal but for their number or the return.
    /// </summary>
    public static bool IsDrop(CauseName cause) =>
        ExpectedCauses.Include(cause)
        || cause
            is CauseName.NetworkLost
                or CauseName.ConnectionReset
                or CauseName.DeviceRestarted
                or CauseName.Unknown;

    /// <summary>Lost connections of a whole site are not the device's own.</summary>
    public static bool Includes(CauseName cause, DisconnectScope scope) =>
        IsLasting(cause) || IsDrop(cause) && scope != DisconnectScope.Site;

    public static int DropsIn(TimeSpan period) => Math.Max(LeastDrops, (int)Math.Ceiling(period.TotalDays));
}
