using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using HubStandIn.Authentication;
using HubStandIn.Registry;
using HubStandIn.Sessions;

namespace HubStandIn.Amqp;

/// <summary>An AMQP connection: tokens by $cbs, then the links of one device or of several.</summary>
internal sealed class AmqpDeviceConnection : ILinkProcessor
{
    private const int Credit = 100;
    private static readonly Symbol ClientVersion = "com.microsoft:client-version";

    private readonly ConcurrentDictionary<string, Admission> admissions = new();
    private readonly ConcurrentDictionary<HubIdentity, AmqpDevice> devices = new();
    private readonly Func<DeviceAddress, string?, Admission> admit;
    private readonly Func<DeviceAddress, ClientInfo> describe;
    private readonly SessionTable sessions;
    private readonly Telemetry telemetry;
    private readonly TimeProvider clock;
    private readonly ClaimsNode claims;

    public AmqpDeviceConnection(
        Func<DeviceAddress, string?, Admission> admit,
        Func<DeviceAddress, ClientInfo> describe,
        SessionTable sessions,
        Telemetry telemetry,
        TimeProvider clock
    )
    {
        (this.admit, this.describe, this.sessions, this.telemetry, this.clock) = (
            admit,
            describe,
            sessions,
            telemetry,
            clock
        );
        claims = new ClaimsNode(TakeToken);
    }

    /// <summary>A token for a device. Returns why not, or null.</summary>
    public HubErrorCode? TakeToken(DeviceAddress address, string token)
    {
        Admission admission = admit(address, token);
        if (admission.Refusal is { } refusal)
        {
            sessions.Refuse(describe(address), admission);
            return refusal;
        }

        admissions[Key(address)] = admission;
        if (devices.TryGetValue(admission.Identity!, out AmqpDevice? device))
            sessions.Renew(device.Session, admission.ExpiresAt);
        return null;
    }

    public void Process(AttachContext context)
    {
        Attach attach = context.Attach;
        string? address = context.Link.Role ? (attach.Target as Target)?.Address : (attach.Source as Source)?.Address;
        if (address == ClaimsNode.Address)
            AttachClaims(context);
        else if (DeviceAddress.Parse(address) is not { } device)
            context.Complete(new Error(ErrorCode.NotFound) { Description = $"There is no node {address}." });
        else if (DeviceOf(context, device) is not { } attached)
            context.Complete(
                new Error(ErrorCode.UnauthorizedAccess) { Description = nameof(HubErrorCode.IotHubUnauthorized) }
            );
        else if (attached.Attach(context.Link, device.Node, message => Receive(attached, message)) is { } endpoint)
            context.Complete(endpoint, Credit);
        else
            context.Complete(new Error(ErrorCode.NotFound) { Description = $"A device has no node {device.Node}." });
    }

    /// <summary>The connection is over: in an orderly way, or not.</summary>
    public void End(bool orderly)
    {
        foreach (AmqpDevice device in devices.Values)
        {
            sessions.End(device.Session, orderly ? [] : [HubErrorCode.DeviceConnectionClosedRemotely]);
            device.Dispose();
        }
    }

    private void AttachClaims(AttachContext context)
    {
        if (context.Link.Role)
        {
            context.Complete(new IncomingLink(claims.Take), Credit);
            return;
        }

        claims.Answers = new OutgoingLink(context.Link);
        context.Complete(claims.Answers, 0);
    }

    private AmqpDevice? DeviceOf(AttachContext context, DeviceAddress address)
    {
        Admission admission = admissions.GetOrAdd(Key(address), _ => admit(address, null));
        if (admission.Identity is not { } identity)
        {
            admissions.TryRemove(Key(address), out _);
            sessions.Refuse(describe(address), admission);
            return null;
        }

        if (devices.TryGetValue(identity, out AmqpDevice? known))
            return known;
        ClientInfo client = describe(address) with
        {
            SdkVersion = context.Attach.Properties?[ClientVersion]?.ToString(),
            UsesCertificate = admission.UsesCertificate,
        };
        Connection connection = context.Link.Session.Connection;
        var session = new DeviceSession(identity, client, clock.GetUtcNow())
        {
            TokenExpiresAt = admission.ExpiresAt,
            Close = () => Drop(identity, connection),
        };
        AmqpDevice device = devices[identity] = new AmqpDevice(session);
        sessions.Open(session);
        return device;
    }

    private void Receive(AmqpDevice device, Message message)
    {
        sessions.Touch(device.Session);
        telemetry.Add(device.Session.Identity, device.Session.Client.Protocol.ToString(), AmqpBody.Text(message));
    }

    /// <summary>The other devices of the connection stay.</summary>
    private void Drop(HubIdentity identity, Connection connection)
    {
        if (!devices.TryRemove(identity, out AmqpDevice? device))
            return;
        device.Dispose();
        var reason = new Error(ErrorCode.DetachForced) { Description = "The hub has closed the device's session." };
        if (devices.IsEmpty)
            connection.CloseAsync(TimeSpan.Zero, reason);
        else
            device.Detach(reason);
    }

    private static string Key(DeviceAddress address) => $"{address.DeviceId}/{address.ModuleId}";
}
