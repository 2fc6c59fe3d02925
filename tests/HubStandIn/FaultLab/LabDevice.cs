using System.Net;
using System.Net.Sockets;
using HubStandIn.Network;
using HubStandIn.Registry;
using MQTTnet;
using MQTTnet.Formatter;

namespace HubStandIn.FaultLab;

/// <summary>A device with a real MQTT client and a library's habits, at an address of its own.</summary>
internal sealed class LabDevice(
    StandInHub hub,
    LabSchedule schedule,
    LabSdk sdk,
    HubIdentity identity,
    IPAddress address,
    Random random
) : IDisposable
{
    private readonly string _key = identity.PrimaryKey;
    private IMqttClient? _client;
    private DateTimeOffset _tokenMadeAt = DateTimeOffset.MinValue;
    private int _life;
    private int _attempts;

    public HubIdentity Identity => identity;

    public LabSdk Sdk => sdk;

    /// <summary>The connection on its way to the hub.</summary>
    public PathConnection Path =>
        hub.Mqtt.Connections.Last(connection => connection.ClientEndPoint.Address.Equals(address));

    /// <summary>How long after a drop it tries again.</summary>
    public Func<TimeSpan> FirstWait { get; set; } = () => TimeSpan.FromSeconds(1 + (3 * random.NextDouble()));

    /// <summary>Comes to life after a while.</summary>
    public void StartIn(TimeSpan wait)
    {
        var mine = ++_life;
        schedule.In(wait, () => _life == mine ? ConnectAsync() : Task.CompletedTask);
    }

    /// <summary>
    /// Looks whether the hub has closed the connection, or another device of its identity has taken its place.
    /// </summary>
    public void Look(bool isThrownOff = false)
    {
        if (_client is not null && (isThrownOff || !hub.IsConnected(identity)))
            Lose(FirstWait());
    }

    /// <summary>Has lost its connection, whoever knows of it, and is back after a while.</summary>
    public void Lose(TimeSpan backIn, bool withoutToken = false)
    {
        Forget();
        if (withoutToken)
            _tokenMadeAt = DateTimeOffset.MinValue;
        StartIn(backIn);
    }

    /// <summary>Says goodbye and stays away.</summary>
    public async Task LeaveAsync()
    {
        _life++;
        await CloseAsync();
    }

    public void Dispose() => Forget();

    private async Task ConnectAsync()
    {
        Forget();
        var next = new MqttClientFactory().CreateMqttClient();
        RenewToken();
        var result = await next.ConnectAsync(Options());
        if (result.ResultCode != MqttClientConnectResultCode.Success)
        {
            next.Dispose();
            StartIn(
                TimeSpan.FromSeconds(
                    Math.Min(30, Math.Pow(2, Math.Min(_attempts++, 10))) * (0.9 + (0.2 * random.NextDouble()))
                )
            );
            return;
        }

        (_client, _attempts) = (next, 0);
        var mine = ++_life;
        PingIn(sdk.PingAfter, mine);
        if (sdk.RenewAfter is { } after)
            schedule.In((sdk.KeepsToken ? _tokenMadeAt : schedule.Now) + after - schedule.Now, () => RenewAsync(mine));
    }

    private void RenewToken()
    {
        var reuse = sdk.RenewAfter ?? (LabSdk.TokenLifetime * 0.85);
        if (!sdk.KeepsToken || schedule.Now - _tokenMadeAt >= reuse)
            _tokenMadeAt = schedule.Now;
    }

    private void PingIn(TimeSpan wait, int mine) =>
        schedule.In(
            wait,
            async () =>
            {
                if (_life != mine)
                    return;
                await _client!.PingAsync();
                PingIn(wait, mine);
            }
        );

    private async Task RenewAsync(int mine)
    {
        if (_life != mine)
            return;
        await CloseAsync();
        StartIn(FirstWait());
    }

    private async Task CloseAsync()
    {
        if (_client is null)
            return;
        await _client.DisconnectAsync();
        Forget();
        await LabRun.UntilAsync(() => !hub.IsConnected(identity));
    }

    private void Forget()
    {
        try
        {
            _client?.Dispose();
        }
        catch (ObjectDisposedException)
        {
            // MQTTnet tidies up by itself when the hub closes the connection, perhaps at this moment.
        }

        _client = null;
    }

    private MqttClientOptions Options() =>
        new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .WithClientId(identity.ClientId)
            .WithCredentials(
                $"{hub.Options.HostName}/{identity.ClientId}/?api-version=2021-04-12"
                    + $"&DeviceClientType={Uri.EscapeDataString(sdk.Version)}",
                Authentication.SharedAccessSignature.Create(
                    $"{hub.Options.HostName}/devices/{identity.DeviceId}",
                    _key,
                    _tokenMadeAt + LabSdk.TokenLifetime
                )
            )
            .WithKeepAlivePeriod(sdk.KeepAlive)
            .WithEndPoint(hub.Mqtt.EndPoint)
            .WithTcpServer(server =>
                (server.LocalEndpoint, server.AddressFamily) = (new IPEndPoint(address, 0), AddressFamily.InterNetwork)
            )
            .WithTlsOptions(tls => tls.UseTls().WithTargetHost("localhost").WithCertificateValidationHandler(_ => true))
            .Build();
}
