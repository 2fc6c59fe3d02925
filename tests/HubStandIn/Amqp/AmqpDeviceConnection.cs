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

    private readonly ConcurrentDictionary<string, Admission> _admissions = new();
    private readonly ConcurrentDictionary<HubIdentity, AmqpDevice> _devices = new();
    private readonly Func<DeviceAddress, string?, Admission> _admit;
    private readonly Func<DeviceAddress, ClientInfo> _describe;
    private readonly SessionTable _sessions;
    private readonly Telemetry _telemetry;
    private readonly StandInHubOptions _options;
    private readonly ClaimsNode _claims;

    public AmqpDeviceConnection(
        Func<DeviceAddress, string?, Admission> admit,
        Func<DeviceAddress, ClientInfo> describe,
        SessionTable sessions,
        Telemetry telemetry,
        StandInHubOptions options
    )
    {
        (_admit, _describe, _sessions, _telemetry, _options) = (admit, describe, sessions, telemetry, options);
        _claims = new ClaimsNode(TakeToken);
    }

    /// <summary>A token for a device. Returns why not, or null.</summary>
    public HubErrorCode? TakeToken(DeviceAddress address, string token)
    {
        var admission = _admit(address, token);
        if (admission.Refusal is { } refusal)
        {
            _sessions.Refuse(_describe(address), admission);
            return refusal;
        }

        _admissions[Key(address)] = admission;
        if (_devices.TryGetValue(admission.Identity!, out var device))
            _sessions.Renew(device.Session, admission.ExpiresAt);
        return null;
    }

    public void Process(AttachContext context)
    {
        var attach = context.Attach;
        var address = context.Link.Role ? (attach.Target as Target)?.Address : (attach.Source as Source)?.Address;
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

    /// <summary>Something was heard, which goes for all of its devices.</summary>
    public void Touch()
    {
        foreach (var device in _devices.Values)
            _sessions.Touch(device.Session);
    }

    /// <summary>The connection is over: in an orderly way, or not.</summary>
    public void End(bool orderly)
    {
        foreach (var device in _devices.Values)
        {
            _sessions.End(device.Session, (orderly ? HubWords.Goodbye : HubWords.Vanished).Codes);
            device.Dispose();
        }
    }

    private void AttachClaims(AttachContext context)
    {
        if (context.Link.Role)
        {
            context.Complete(new IncomingLink(_claims.Take), Credit);
            return;
        }

        _claims.Answers = new OutgoingLink(context.Link);
        context.Complete(_claims.Answers, 0);
    }

    private AmqpDevice? DeviceOf(AttachContext context, DeviceAddress address)
    {
        var admission = _admissions.GetOrAdd(Key(address), _ => _admit(address, null));
        if (admission.Identity is not { } identity)
        {
            _admissions.TryRemove(Key(address), out _);
            _sessions.Refuse(_describe(address), admission);
            return null;
        }

        if (_devices.TryGetValue(identity, out var known))
            return known;
        var client = _describe(address) with
        {
            SdkVersion = context.Attach.Properties?[ClientVersion]?.ToString(),
            UsesCertificate = admission.UsesCertificate,
        };
        var connection = context.Link.Session.Connection;
        var session = new DeviceSession(identity, client, _options.Clock.GetUtcNow())
        {
            TokenExpiresAt = admission.ExpiresAt,
            Patience = _options.AmqpIdleTimeout,
            Close = () => Drop(identity, connection),
        };
        var device = _devices[identity] = new AmqpDevice(session);
        _sessions.Open(session);
        return device;
    }

    private void Receive(AmqpDevice device, Message message) =>
        _telemetry.Add(device.Session.Identity, device.Session.Client.Protocol.ToString(), AmqpBody.Text(message));

    /// <summary>The other devices of the connection stay.</summary>
    private void Drop(HubIdentity identity, Connection connection)
    {
        if (!_devices.TryRemove(identity, out var device))
            return;
        device.Dispose();
        var reason = new Error(ErrorCode.DetachForced) { Description = "The hub has closed the device's session." };
        if (_devices.IsEmpty)
            connection.CloseAsync(TimeSpan.Zero, reason);
        else
            device.Detach(reason);
    }

    private static string Key(DeviceAddress address) => $"{address.DeviceId}/{address.ModuleId}";
}
