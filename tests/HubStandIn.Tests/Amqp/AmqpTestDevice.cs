using System.Security.Cryptography.X509Certificates;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;
using HubStandIn.Registry;

namespace HubStandIn.Tests.Amqp;

/// <summary>A device over AMQP.</summary>
internal sealed class AmqpTestDevice : IAsyncDisposable
{
    private readonly Session _session;
    private SenderLink? _claims;
    private ReceiverLink? _answers;

    private AmqpTestDevice(Connection connection) => (Connection, _session) = (connection, new Session(connection));

    public Connection Connection { get; }

    public static async Task<AmqpTestDevice> OpenAsync(
        StandInHub hub,
        bool overWebSockets = false,
        string? user = null,
        string? password = null,
        X509Certificate2? certificate = null
    )
    {
        var address = overWebSockets
            ? new Address("localhost", hub.Https.Number, user, password, "/$iothub/websocket", "wss")
            : new Address("localhost", hub.Amqp.Number, user, password, "/", "amqps");
        TransportProvider[] providers = overWebSockets ? [new WebSocketTransportFactory("AMQPWSB10")] : [];
        var factory = new ConnectionFactory(providers);
        if (user is null)
            factory.SASL.Profile = certificate is null ? SaslProfile.Anonymous : SaslProfile.External;
        if (certificate is not null)
            factory.SSL.ClientCertificates.Add(certificate);
        return new AmqpTestDevice(await factory.CreateAsync(address).WaitAsync(Eventually.Limit));
    }

    /// <summary>Returns the status.</summary>
    public async Task<int> PutTokenAsync(HubIdentity identity, string token)
    {
        _answers ??= new ReceiverLink(
            _session,
            "cbs-answers",
            new Attach
            {
                Source = new Source { Address = "$cbs" },
                Target = new Target(),
            },
            null
        );
        _claims ??= new SenderLink(_session, "cbs", "$cbs");
        await _claims.SendAsync(
            new Message(token)
            {
                Properties = new Properties { MessageId = "put-1", ReplyTo = "cbs" },
                ApplicationProperties = new ApplicationProperties
                {
                    ["operation"] = "put-token",
                    ["type"] = "servicebus.windows.net:sastoken",
                    ["name"] = $"localhost/devices/{identity.DeviceId}",
                },
            }
        );
        var answer = await _answers.ReceiveAsync(Eventually.Limit);
        _answers.Accept(answer);
        Assert.Equal("put-1", answer.Properties.CorrelationId);
        return (int)answer.ApplicationProperties["status-code"];
    }

    public async Task SendAsync(HubIdentity identity, string body)
    {
        var attach = new Attach
        {
            Source = new Source(),
            Target = new Target { Address = $"/devices/{identity.DeviceId}/messages/events" },
            Properties = new Fields { [new Symbol("com.microsoft:client-version")] = "amqp-test/1.0" },
        };
        var link = new SenderLink(_session, $"telemetry-{Guid.NewGuid():N}", attach, null);
        await link.SendAsync(
            new Message { BodySection = new Data { Binary = System.Text.Encoding.UTF8.GetBytes(body) } },
            Eventually.Limit
        );
    }

    public async Task<Message> ReadTwinAsync(HubIdentity identity, string id)
    {
        var node = $"/devices/{identity.DeviceId}/twin";
        var receiver = new ReceiverLink(
            _session,
            "twin-answers",
            new Attach
            {
                Source = new Source { Address = node },
                Target = new Target(),
            },
            null
        );
        var sender = new SenderLink(_session, "twin", node);
        await sender.SendAsync(
            new Message
            {
                Properties = new Properties { CorrelationId = id },
                MessageAnnotations = new MessageAnnotations { [new Symbol("operation")] = "GET" },
                BodySection = new Data { Binary = [] },
            }
        );
        return await receiver.ReceiveAsync(Eventually.Limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (!Connection.IsClosed)
            await Connection.CloseAsync(TimeSpan.FromSeconds(5), null).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
