namespace HubStandIn;

/// <summary>The hub's ports.</summary>
public enum HubProtocol
{
    /// <summary>MQTT over TLS, 8883 on a hub.</summary>
    Mqtt,

    /// <summary>AMQP over TLS, 5671 on a hub.</summary>
    Amqp,

    /// <summary>HTTPS, and MQTT and AMQP over WebSockets; 443 on a hub.</summary>
    Https,
}
