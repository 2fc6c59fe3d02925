namespace HubStandIn;

/// <summary>What the program says when it is ready.</summary>
internal static class Welcome
{
    public static string Text(StandInHub hub)
    {
        var identities = hub.Registry.All.Select(hub.ConnectionString);
        var policies = hub.Options.Policies.Select(hub.ConnectionString);
        return $"""
            MQTT   {hub.Mqtt.EndPoint}
            AMQP   {hub.Amqp.EndPoint}
            HTTPS  {hub.Https.EndPoint}   WebSockets at /$iothub/websocket

            {string.Join(Environment.NewLine, [.. identities, .. policies])}

            Clients trust it with
                SSL_CERT_DIR={hub.AuthorityFolder}         (.NET on Linux)
                NODE_EXTRA_CA_CERTS={hub.AuthorityPath}    (Node.js)
            Ctrl+C ends it.
            """;
    }
}
