namespace FleetGenerator.Sessions;

/// <summary>The codes that the simulator writes, with their symbolic names.</summary>
internal static class ErrorCodes
{
    public const int Unauthorized = 401003;
    public const int ClosedOnNewConnection = 400027;
    public const int ClosedByUpgrade = 400029;
    public const int RejectedByUpgrade = 400030;
    public const int QuotaExceeded = 403002;
    public const int DeviceDisabled = 403012;
    public const int DeviceNotFound = 404001;
    public const int ModuleNotFound = 404010;
    public const int FailingOver = 404012;
    public const int ClosedRemotely = 404104;
    public const int LinkCreationConflict = 409002;
    public const int Throttling = 429001;
    public const int ThrottleBacklog = 429002;
    public const int ServerError = 500001;
    public const int GenericTimeout = 500008;
    public const int ServiceUnavailable = 503001;

    public static string NameOf(int code) =>
        code switch
        {
            Unauthorized => "IotHubUnauthorized",
            ClosedOnNewConnection => "ConnectionForcefullyClosedOnNewConnection",
            ClosedByUpgrade => "ConnectionForcefullyClosedOnFaultInjection",
            RejectedByUpgrade => "ConnectionRejectedOnFaultInjection",
            QuotaExceeded => "IotHubQuotaExceeded",
            DeviceDisabled => "DeviceDisabled",
            DeviceNotFound => "DeviceNotFound",
            ModuleNotFound => "ModuleNotFound",
            FailingOver => "IotHubFailingOver",
            ClosedRemotely => "DeviceConnectionClosedRemotely",
            LinkCreationConflict => "LinkCreationConflict",
            Throttling => "ThrottlingException",
            ThrottleBacklog => "ThrottleBacklogLimitExceeded",
            ServerError => "ServerError",
            GenericTimeout => "GenericTimeout",
            ServiceUnavailable => "ServiceUnavailable",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };
}
