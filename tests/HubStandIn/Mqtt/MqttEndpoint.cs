using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FleetGenerator.Clients;
using HubStandIn.Authentication;
using HubStandIn.Sessions;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace HubStandIn.Mqtt;

/// <summary>Serves MQTT clients from their first packet on.</summary>
internal sealed class MqttEndpoint(
    StandInHubOptions options,
    DeviceAuthentication authentication,
    SessionTable sessions,
    HubConditions conditions,
    Telemetry telemetry
)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(60);

    /// <summary>In the words of MQTT 3 and of MQTT 5.</summary>
    private static MqttConnAckPacket UnknownVersion =>
        new()
        {
            ReturnCode = MqttConnectReturnCode.ConnectionRefusedUnacceptableProtocolVersion,
            ReasonCode = MqttConnectReasonCode.UnsupportedProtocolVersion,
        };

    public async Task ServeAsync(
        Stream stream,
        Transport protocol,
        IPAddress address,
        X509Certificate2? certificate,
        CancellationToken stopping
    )
    {
        using var wire = new MqttWire(stream, certificate);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (await ReadConnectAsync(wire, stopping) is not { } connect)
            return;
        if (wire.Version is not (MqttProtocolVersion.V310 or MqttProtocolVersion.V311))
        {
            await wire.SendAsync(UnknownVersion, stopping);
            return;
        }

        if (MqttUserName.Parse(connect.Username) is not { } user || !options.IsOwnName(user.Host))
        {
            await AnswerAsync(wire, MqttConnectReturnCode.ConnectionRefusedNotAuthorized, stopping);
            return;
        }

        var client = new ClientInfo
        {
            DeviceId = user.DeviceId,
            ModuleId = user.ModuleId,
            Protocol = protocol,
            Address = address,
            SdkVersion = user.ClientType,
        };
        var admission = Admit(connect, user, certificate);
        if (admission.Refusal is { } refusal)
        {
            sessions.Refuse(client, admission);
            await AnswerAsync(wire, ReturnCode(refusal), stopping);
            return;
        }

        var session = new DeviceSession(
            admission.Identity!,
            client with
            {
                UsesCertificate = admission.UsesCertificate,
            },
            options.Clock.GetUtcNow()
        )
        {
            TokenExpiresAt = admission.ExpiresAt,
            Patience = Patience(connect.KeepAlivePeriod),
            Close = () => Close(closing),
        };
        sessions.Open(session);
        await AnswerAsync(wire, MqttConnectReturnCode.ConnectionAccepted, closing.Token);
        await new MqttDeviceConnection(wire, session, sessions, conditions, telemetry).RunAsync(closing.Token);
    }

    private static async Task<MqttConnectPacket?> ReadConnectAsync(MqttWire wire, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(ConnectTimeout);
        return await wire.ReadAsync(patience.Token) as MqttConnectPacket;
    }

    private Admission Admit(MqttConnectPacket connect, MqttUserName user, X509Certificate2? certificate)
    {
        var token = connect.Password is { Length: > 0 } password ? Encoding.UTF8.GetString(password) : null;
        var id = user.ModuleId is null ? user.DeviceId : $"{user.DeviceId}/{user.ModuleId}";
        return connect.ClientId == id
            ? authentication.Admit(user.DeviceId, user.ModuleId, token, certificate)
            : Admission.Refused(HubErrorCode.IotHubUnauthorized, token is null);
    }

    private TimeSpan? Patience(ushort keepAlive)
    {
        var asked = keepAlive * TimeSpan.FromSeconds(1.5);
        return keepAlive == 0 || asked > options.LongestSilence ? options.LongestSilence : asked;
    }

    /// <summary>The hub tells a client nothing but "not authorized", except that it is not available.</summary>
    private static MqttConnectReturnCode ReturnCode(HubErrorCode code) =>
        (int)code >= 500000
            ? MqttConnectReturnCode.ConnectionRefusedServerUnavailable
            : MqttConnectReturnCode.ConnectionRefusedNotAuthorized;

    private static Task AnswerAsync(MqttWire wire, MqttConnectReturnCode code, CancellationToken cancellation) =>
        wire.SendAsync(new MqttConnAckPacket { ReturnCode = code }, cancellation);

    private static void Close(CancellationTokenSource closing)
    {
        try
        {
            closing.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The connection has ended by itself.
        }
    }
}
