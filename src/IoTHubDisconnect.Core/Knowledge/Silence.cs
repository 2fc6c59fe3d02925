namespace IoTHubDisconnect.Knowledge;

/// <summary>Whether a client may have been silent for some time: an idle timer acts on nobody else.</summary>
internal enum Silence : byte
{
    /// <summary>It pings later than that, or its habits are not known.</summary>
    Usual,

    /// <summary>It pings sooner by default, but the hub's patience with it may have lasted so long.</summary>
    Doubtful,

    /// <summary>It pings sooner where the application keeps to the SDK's samples.</summary>
    KeepAliveUnknown,

    /// <summary>It pings sooner, or the hub would have given it up before.</summary>
    Impossible,
}
