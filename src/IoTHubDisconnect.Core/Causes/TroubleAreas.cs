namespace IoTHubDisconnect.Causes;

/// <summary>Tells whose side a disconnect is on.</summary>
internal static class TroubleAreas
{
    /// <summary>How many areas there are.</summary>
    public const int Count = (int)TroubleArea.Expected + 1;

    public static TroubleArea Of(in Verdict verdict) => Of(verdict.Trouble, verdict.Scope, verdict.IsExpected);

    public static TroubleArea Of(CauseName cause, DisconnectScope scope, bool isExpected) =>
        isExpected ? TroubleArea.Expected
        : scope == DisconnectScope.Site ? TroubleArea.Site
        : cause switch
        {
            CauseName.HubFault
            or CauseName.HubMaintenance
            or CauseName.HubFailover
            or CauseName.Throttled
            or CauseName.QuotaExceeded => TroubleArea.Hub,
            CauseName.Unauthorized
            or CauseName.DeviceDisabled
            or CauseName.DeviceNotFound
            or CauseName.DuplicateIdentity
            or CauseName.SasTokenExpired
            or CauseName.SasTokenRenewed => TroubleArea.Credentials,
            _ => scope == DisconnectScope.Hub ? TroubleArea.Hub : TroubleArea.Device,
        };
}
