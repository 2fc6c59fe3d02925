using System.Net;
using System.Net.WebSockets;
using FleetGenerator.Clients;
using HubStandIn.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HubStandIn.Http;

/// <summary>MQTT and AMQP over WebSockets, told apart by the sub-protocol.</summary>
internal sealed class WebSocketRoute(
    Func<Transport, ServeStream> serve,
    Func<IPEndPoint, IPAddress> clientBehind,
    CancellationToken stopping
)
{
    private static readonly Dictionary<string, Transport> SubProtocols = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mqtt"] = Transport.MqttWs,
        ["amqp"] = Transport.AmqpWs,
        ["AMQPWSB10"] = Transport.AmqpWs,
    };

    public void Map(IEndpointRouteBuilder routes) => routes.Map("/$iothub/websocket", AcceptAsync);

    private async Task AcceptAsync(HttpContext context)
    {
        var name = context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(SubProtocols.ContainsKey);
        if (name is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { SubProtocol = name, KeepAliveInterval = Timeout.InfiniteTimeSpan }
        );
        await using var stream = WebSocketStream.Create(socket, WebSocketMessageType.Binary, TimeSpan.FromSeconds(2));
        try
        {
            await serve(SubProtocols[name])(
                stream,
                clientBehind(new IPEndPoint(context.Connection.RemoteIpAddress!, context.Connection.RemotePort)),
                context.Connection.ClientCertificate,
                stopping
            );
        }
        catch (Exception error) when (error is WebSocketException or IOException or OperationCanceledException)
        {
            // The client has gone.
        }
    }
}
