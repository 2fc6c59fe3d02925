namespace FleetGenerator.Clients;

/// <summary>The protocols, as the log spells them.</summary>
public enum Transport
{
    /// <summary>MQTT over TLS, port 8883.</summary>
    Mqtt,

    /// <summary>MQTT over WebSockets, port 443.</summary>
    MqttWs,

    /// <summary>AMQP over TLS, port 5671.</summary>
    Amqp,

    /// <summary>AMQP over WebSockets, port 443.</summary>
    AmqpWs,
}

internal static class TransportFacts
{
    /// <summary>AMQP renews tokens in-band and so never drops a session for one.</summary>
    public static bool IsAmqp(this Transport transport) => transport is Transport.Amqp or Transport.AmqpWs;
}
