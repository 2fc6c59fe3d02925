namespace IoTHubDisconnect.Connectivity;

/// <summary>The ports of a hub, or those that are forwarded to it.</summary>
internal sealed record HubPorts(int Mqtt, int Amqp, int Https)
{
    public static HubPorts Usual { get; } = new(8883, 5671, 443);

    public int Of(ConnectivityProtocol protocol) =>
        protocol switch
        {
            ConnectivityProtocol.Mqtt => Mqtt,
            ConnectivityProtocol.Amqp => Amqp,
            _ => Https,
        };
}
