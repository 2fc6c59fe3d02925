using FleetGenerator.Chance;

namespace FleetGenerator.Clients;

/// <summary>How long a silent loss stays unnoticed, at the hub and at the client. All in seconds.</summary>
/// <param name="Transport">MQTT has a keep-alive of the client's choice, AMQP an idle time-out of the hub's.</param>
/// <param name="KeepAlive">What CONNECT says.</param>
/// <param name="PingAfter">The quiet time after which the client pings.</param>
/// <param name="PongWait">The longest it waits for the answer.</param>
/// <param name="Telemetry">How often the device sends something of its own.</param>
internal sealed record Liveness(
    Transport Transport,
    double KeepAlive,
    double PingAfter,
    double PongWait,
    double Telemetry
)
{
    /// <summary>The hub waits for so many keep-alives.</summary>
    public const double Patience = 1.5;

    /// <summary>However long the keep-alive, the hub waits no longer than this.</summary>
    public const double HubCap = 1767;

    private const double AmqpIdleTimeout = 240;

    public double Quiet => Math.Min(PingAfter, Telemetry);

    public double HubTimeout => Math.Min(Patience * KeepAlive, HubCap);

    /// <summary>
    /// From the loss until the hub gives the connection up: counted from the last packet, which came somewhat
    /// earlier.
    /// </summary>
    public double HubNotices(Rng rng) =>
        Transport.IsAmqp()
            ? AmqpIdleTimeout - rng.Between(0, Math.Min(Telemetry, AmqpIdleTimeout / 2))
            : HubTimeout - rng.Between(0, Math.Min(Quiet, HubTimeout * 0.99));

    public double ClientNotices(Rng rng) =>
        Transport.IsAmqp()
            ? AmqpIdleTimeout / 2 * rng.Between(0.5, 1.5)
            : rng.Between(0, Quiet) + rng.Between(0.3 * PongWait, PongWait);
}
