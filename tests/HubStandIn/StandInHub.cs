using System.Net;
using AzureStandIn.Certificates;
using FleetGenerator.Clients;
using FleetGenerator.Logs;
using HubStandIn.Amqp;
using HubStandIn.Authentication;
using HubStandIn.Hosting;
using HubStandIn.Http;
using HubStandIn.Mqtt;
using HubStandIn.Network;
using HubStandIn.Registry;
using HubStandIn.Sessions;

namespace HubStandIn;

/// <summary>A stand-in for an IoT hub, on loopback addresses of this machine.</summary>
public sealed class StandInHub : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConnectionRows _rows;
    private readonly SessionTable _sessions;
    private readonly TlsListener _mqtt;
    private readonly TlsListener _amqp;
    private readonly HttpsListener _https;

    private StandInHub(StandInHubOptions options)
    {
        Options = options;
        _rows = new ConnectionRows(options);
        _sessions = new SessionTable(options, _rows);
        var certificates = new ServerCertificates(options.HostNames);
        var pathClock = options.KeepAliveClock ?? options.Clock;
        Mqtt = new HubPort(new IPEndPoint(options.Address, options.MqttPort), certificates, pathClock);
        Amqp = new HubPort(new IPEndPoint(options.Address, options.AmqpPort), certificates, pathClock);
        Https = new HubPort(new IPEndPoint(options.Address, options.HttpsPort), certificates, pathClock);

        var devices = new DeviceAuthentication(options, Registry, Conditions);
        var services = new ServiceAuthentication(options, Conditions);
        var mqttEndpoint = new MqttEndpoint(options, devices, _sessions, Conditions, Telemetry);
        var amqpEndpoint = new AmqpEndpoint(options, devices, _sessions, Telemetry);
        ServeStream Serve(Transport protocol) =>
            protocol is Transport.Mqtt or Transport.MqttWs
                ? (stream, address, certificate, cancellation) =>
                    mqttEndpoint.ServeAsync(stream, protocol, address, certificate, cancellation)
                : (stream, address, certificate, cancellation) =>
                    amqpEndpoint.ServeAsync(stream, protocol, address, certificate, cancellation);

        _mqtt = new TlsListener(Mqtt, Serve(Transport.Mqtt));
        _amqp = new TlsListener(Amqp, Serve(Transport.Amqp));
        _https = new HttpsListener(
            Https,
            Conditions,
            options.Clock,
            routes =>
            {
                new WebSocketRoute(Serve, Https.ClientBehind, _stopping.Token).Map(routes);
                var signIn = new DeviceSignIn(devices);
                new DeviceApi(signIn, Telemetry, options.Clock).Map(routes);
                new DeviceMessageApi(signIn).Map(routes);
                new RegistryApi(Registry, _sessions, services).Map(routes);
                new MethodApi(Registry, _sessions, services, Conditions).Map(routes);
            }
        );
    }

    /// <summary>What it was started with.</summary>
    public StandInHubOptions Options { get; }

    /// <summary>The devices and modules.</summary>
    public HubRegistry Registry { get; } = new();

    /// <summary>How it fares.</summary>
    public HubConditions Conditions { get; } = new();

    /// <summary>What devices have sent.</summary>
    public Telemetry Telemetry { get; } = new();

    /// <summary>The port that is 8883 on a hub.</summary>
    public HubPort Mqtt { get; }

    /// <summary>The port that is 5671 on a hub.</summary>
    public HubPort Amqp { get; }

    /// <summary>The port that is 443 on a hub.</summary>
    public HubPort Https { get; }

    /// <summary>The rows of the Connections category so far.</summary>
    public IReadOnlyList<LogRow> Rows => _rows.All;

    /// <summary>The PEM file of the authority behind its certificates, for NODE_EXTRA_CA_CERTS.</summary>
    public string AuthorityPath { get; } = CertificateAuthority.Current.PemPath;

    /// <summary>The folder of that file, for SSL_CERT_DIR of .NET processes on Linux.</summary>
    public string AuthorityFolder => Path.GetDirectoryName(AuthorityPath)!;

    /// <summary>Starts it.</summary>
    public static async Task<StandInHub> StartAsync(StandInHubOptions? options = null)
    {
        var hub = new StandInHub(options ?? new StandInHubOptions());
        await hub._https.StartAsync();
        return hub;
    }

    /// <summary>One of the three ports.</summary>
    public HubPort Port(HubProtocol protocol) =>
        protocol switch
        {
            HubProtocol.Mqtt => Mqtt,
            HubProtocol.Amqp => Amqp,
            _ => Https,
        };

    /// <summary>Whether the device or module is connected.</summary>
    public bool IsConnected(HubIdentity identity) => _sessions.Find(identity) is not null;

    /// <summary>Throws a device off, with a row for each code.</summary>
    public void Drop(HubIdentity identity, params IReadOnlyList<HubErrorCode> codes)
    {
        if (_sessions.Find(identity) is { } session)
            _sessions.End(session, codes);
    }

    /// <summary>Throws all devices off.</summary>
    public void DropAll(params IReadOnlyList<HubErrorCode> codes)
    {
        foreach (var session in _sessions.All)
            _sessions.End(session, codes);
    }

    /// <summary>Writes the rows into a folder, in the layout of an export.</summary>
    public void Export(string folder) => ExportFolder.Append(folder, Rows);

    /// <summary>The connection string of an identity, by its primary key or by certificate.</summary>
    public string ConnectionString(HubIdentity identity)
    {
        var module = identity.ModuleId is { } id ? $";ModuleId={id}" : "";
        var gateway = Options.GatewayHostName is { } name ? $";GatewayHostName={name}" : "";
        var proof =
            identity.Authentication == AuthenticationType.Sas ? $"SharedAccessKey={identity.PrimaryKey}" : "x509=true";
        return $"HostName={Options.HostName};DeviceId={identity.DeviceId}{module};{proof}{gateway}";
    }

    /// <summary>The connection string of a shared access policy.</summary>
    public string ConnectionString(SharedAccessPolicy policy) =>
        $"HostName={Options.HostName};SharedAccessKeyName={policy.Name};SharedAccessKey={policy.PrimaryKey}";

    /// <summary>A SAS token of an identity, by its primary key.</summary>
    public string Token(HubIdentity identity, TimeSpan lifetime)
    {
        var module = identity.ModuleId is { } id ? $"/modules/{id}" : "";
        return SharedAccessSignature.Create(
            $"{Options.HostName}/devices/{identity.DeviceId}{module}",
            identity.PrimaryKey,
            Options.Clock.GetUtcNow() + lifetime
        );
    }

    /// <summary>A SAS token of a policy, for the service's side.</summary>
    public string Token(SharedAccessPolicy policy, TimeSpan lifetime) =>
        SharedAccessSignature.Create(
            Options.HostName,
            policy.PrimaryKey,
            Options.Clock.GetUtcNow() + lifetime,
            policy.Name
        );

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _mqtt.Dispose();
        _amqp.Dispose();
        await Mqtt.DisposeAsync();
        await Amqp.DisposeAsync();
        await Https.DisposeAsync();
        await _https.DisposeAsync();
    }
}
