namespace FleetGenerator.Clients;

/// <summary>How a library behaves out of the box.</summary>
/// <param name="Name">The library.</param>
/// <param name="KeepAlive">The MQTT keep-alive it sends in CONNECT, in seconds.</param>
/// <param name="PingAfter">The quiet time after which it pings, in seconds.</param>
/// <param name="PongWait">The longest it waits for the answer before it closes, in seconds.</param>
/// <param name="Renewal">Who closes when a SAS token has had its time.</param>
/// <param name="SpeaksAmqp">Whether it offers AMQP.</param>
/// <param name="Retry">Its reconnect policy.</param>
internal sealed record SdkProfile(
    SdkName Name,
    double KeepAlive,
    double PingAfter,
    double PongWait,
    TokenRenewal Renewal,
    bool SpeaksAmqp,
    RetryPolicy Retry
)
{
    public string Label => Name.ToString().ToLowerInvariant();
}

internal enum TokenRenewal
{
    /// <summary>The client closes at 0.8 of the lifetime after its latest connect.</summary>
    AtShareAfterConnect,

    /// <summary>The client closes on a fixed grid, 15 minutes before each expiry.</summary>
    GridWithQuarterHourMargin,

    /// <summary>The client closes on a fixed grid, two minutes before each expiry.</summary>
    GridWithTwoMinuteMargin,

    /// <summary>The hub closes; a token is used again while more than 15 % of its life are left.</summary>
    HubClosesReusedToken,

    /// <summary>The hub closes; every connect has a new token.</summary>
    HubClosesNewToken,

    /// <summary>The application checks the expiry and closes at it or 30 seconds before.</summary>
    AtExpiryAfterConnect,

    /// <summary>
    /// The application decides: the hub closes, or the client at a moment of the application's choice.
    /// </summary>
    ApplicationDecides,
}
