namespace HubStandIn;

/// <summary>The codes that the hub writes and answers. The first three digits are the HTTP status.</summary>
public enum HubErrorCode
{
    /// <summary>A request that makes no sense.</summary>
    GenericBadRequest = 400000,

    /// <summary>A newer connection of the same identity took over.</summary>
    ConnectionForcefullyClosedOnNewConnection = 400027,

    /// <summary>Closed by an upgrade of the hub.</summary>
    ConnectionForcefullyClosedOnFaultInjection = 400029,

    /// <summary>Refused during an upgrade of the hub.</summary>
    ConnectionRejectedOnFaultInjection = 400030,

    /// <summary>No, bad or expired credentials.</summary>
    IotHubUnauthorized = 401003,

    /// <summary>The hub is suspended.</summary>
    IotHubSuspended = 403001,

    /// <summary>The day's messages are used up.</summary>
    IotHubQuotaExceeded = 403002,

    /// <summary>The identity is disabled.</summary>
    DeviceDisabled = 403012,

    /// <summary>The identity does not exist.</summary>
    DeviceNotFound = 404001,

    /// <summary>The module does not exist.</summary>
    ModuleNotFound = 404010,

    /// <summary>A failover is under way.</summary>
    IotHubFailingOver = 404012,

    /// <summary>A direct method for a device that is not connected, or listens to none.</summary>
    DeviceNotOnline = 404103,

    /// <summary>The connection ended without a word from the device.</summary>
    DeviceConnectionClosedRemotely = 404104,

    /// <summary>A newer connection of the same identity took over, in the words of AMQP.</summary>
    LinkCreationConflict = 409002,

    /// <summary>A rate limit was exceeded.</summary>
    ThrottlingException = 429001,

    /// <summary>A rate limit was exceeded for so long that the device is dropped.</summary>
    ThrottleBacklogLimitExceeded = 429002,

    /// <summary>A fault of the hub.</summary>
    ServerError = 500001,

    /// <summary>The hub did not manage in time.</summary>
    GenericTimeout = 500008,

    /// <summary>The hub is not available.</summary>
    ServiceUnavailable = 503001,

    /// <summary>The device did not answer a direct method in time.</summary>
    GatewayTimeout = 504101,
}
