namespace IoTHubDisconnect;

/// <summary>A way that devices talk to an IoT hub.</summary>
public enum ConnectivityProtocol
{
    /// <summary>MQTT, port 8883.</summary>
    Mqtt = 1,

    /// <summary>MQTT over WebSockets, port 443.</summary>
    MqttWebSocket,

    /// <summary>AMQP, port 5671.</summary>
    Amqp,

    /// <summary>AMQP over WebSockets, port 443.</summary>
    AmqpWebSocket,

    /// <summary>HTTPS, port 443.</summary>
    Https,
}
