namespace IoTHubDisconnect;

/// <summary>What would bring fewer disconnects of SAS tokens.</summary>
public enum DisconnectFix
{
    /// <summary>Tokens that live 24 hours.</summary>
    LongerTokenLifetime,

    /// <summary>AMQP in place of MQTT, where the SDK then renews tokens within the connection.</summary>
    Amqp,

    /// <summary>X.509 certificates in place of tokens.</summary>
    X509Certificate,
}
