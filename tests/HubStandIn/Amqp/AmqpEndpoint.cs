using System.Net;
using System.Security.Cryptography.X509Certificates;
using Amqp;
using Amqp.Framing;
using Amqp.Handler;
using Amqp.Listener;
using FleetGenerator.Clients;
using HubStandIn.Authentication;
using HubStandIn.Sessions;

namespace HubStandIn.Amqp;

/// <summary>
/// Serves AMQP clients. Each connection has a listener of its own, so that none waits for another's SASL.
/// </summary>
internal sealed class AmqpEndpoint(
    StandInHubOptions options,
    DeviceAuthentication authentication,
    SessionTable sessions,
    Telemetry telemetry
)
{
    /// <summary>A connection's first bytes: AMQP, the number of a protocol, and a version.</summary>
    private const int HeaderSize = 8;
    private const int ProtocolId = 4;
    private const byte SaslProtocol = 3;

    public async Task ServeAsync(
        Stream stream,
        Transport protocol,
        IPAddress address,
        X509Certificate2? certificate,
        CancellationToken stopping
    )
    {
        var connection = new AmqpDeviceConnection(
            (device, token) => authentication.Admit(device.DeviceId, device.ModuleId, token, certificate),
            device => new ClientInfo
            {
                DeviceId = device.DeviceId,
                ModuleId = device.ModuleId,
                Protocol = protocol,
                Address = address,
            },
            sessions,
            telemetry,
            options
        );
        var header = new byte[HeaderSize];
        await stream.ReadExactlyAsync(header, stopping);
        var transport = new StreamTransport(stream, header, connection.Touch);
        var host = new ContainerHost(new Address("localhost", 5671, null, null, "/", SingleTransport.Scheme));
        var only = new SingleTransport(transport);
        host.CustomTransports.Add(SingleTransport.Scheme, only);
        host.RegisterLinkProcessor(connection);
        var ending = new ConnectionEnding();
        Configure(host.Listeners[0], ending);
        if (header[ProtocolId] == SaslProtocol)
            ConfigureSasl(host.Listeners[0], (user, token) => !(only.IsRefused = !TakesToken(connection, user, token)));
        host.Open();
        try
        {
            await transport.Closed.WaitAsync(stopping);
        }
        finally
        {
            connection.End(ending.IsOrderly);
            host.Close();
            transport.Close();
        }
    }

    private void Configure(ConnectionListener listener, ConnectionEnding ending)
    {
        // It tells clients half of its own.
        listener.AMQP.IdleTimeout = (int)(options.AmqpIdleTimeout * 2).TotalMilliseconds;
        listener.AMQP.MaxFrameSize = 64 * 1024;
        listener.HandlerFactory = _ => ending;
    }

    /// <summary>For clients that begin with SASL. Others, such as the SDK for Node.js, go to $cbs without.</summary>
    private static void ConfigureSasl(ConnectionListener listener, Func<string, string, bool> accept)
    {
        listener.SASL.EnableMechanism("PLAIN", new TokenSasl("PLAIN", accept));
        listener.SASL.EnableMechanism("MSSBCBS", new TokenSasl("MSSBCBS", (_, _) => true));
        listener.SASL.EnableAnonymousMechanism = true;
        listener.SASL.EnableExternalMechanism = true;
    }

    private static bool TakesToken(AmqpDeviceConnection connection, string user, string token) =>
        user.Split("@sas.", 2) is [{ Length: > 0 } device, _]
        && connection.TakeToken(new DeviceAddress(device, null, ""), token) is null;

    /// <summary>Hears whether the client said that it is leaving.</summary>
    private sealed class ConnectionEnding : IHandler
    {
        public bool IsOrderly { get; private set; }

        public bool CanHandle(EventId id) => id == EventId.ConnectionRemoteClose;

        public void Handle(Event protocolEvent) => IsOrderly = (protocolEvent.Context as Close)?.Error is null;
    }
}
