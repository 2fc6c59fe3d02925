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
    private readonly string key = identity.PrimaryKey;
    private IMqttClient? client;
    private DateTimeOffset tokenMadeAt = DateTimeOffset.MinValue;
    private int life;
    private int attempts;

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
        int mine = ++life;
        schedule.In(wait, () => life == mine ? ConnectAsync() : Task.CompletedTask);
    }

    /// <summary>Looks whether the hub has closed the connection, or another device of its identity has taken its place.</summary>
    public void Look(bool isThrownOff = false)
    {
        if (client is not null && (isThrownOff || !hub.IsConnected(identity)))
            Lose(FirstWait());
    }

    /// <summary>Has lost its connection, whoever knows of it, and is back after a while.</summary>
    public void Lose(TimeSpan backIn, bool withoutToken = false)
    {
        client?.Dispose();
        client = null;
        if (withoutToken)
            tokenMadeAt = DateTimeOffset.MinValue;
        StartIn(backIn);
    }

    /// <summary>Says goodbye and stays away.</summary>
    public async Task LeaveAsync()
    {
        life++;
        await CloseAsync();
    }

    public void Dispose() => client?.Dispose();

    private async Task ConnectAsync()
    {
        client?.Dispose();
        IMqttClient next = new MqttClientFactory().CreateMqttClient();
        RenewToken();
        MqttClientConnectResult result = await next.ConnectAsync(Options());
        if (result.ResultCode != MqttClientConnectResultCode.Success)
        {
            next.Dispose();
            StartIn(
                TimeSpan.FromSeconds(
                    Math.Min(30, Math.Pow(2, Math.Min(attempts++, 10))) * (0.9 + (0.2 * random.NextDouble()))
                )
            );
            return;
        }

        (client, attempts) = (next, 0);
        int mine = ++life;
        PingIn(sdk.PingAfter, mine);
        if (sdk.RenewAfter is { } after)
            schedule.In((sdk.KeepsToken ? tokenMadeAt : schedule.Now) + after - schedule.Now, () => RenewAsync(mine));
    }

    private void RenewToken()
    {
        TimeSpan reuse = sdk.RenewAfter ?? (LabSdk.TokenLifetime * 0.85);
        if (!sdk.KeepsToken || schedule.Now - tokenMadeAt >= reuse)
            tokenMadeAt = schedule.Now;
    }

    private void PingIn(TimeSpan wait, int mine) =>
        schedule.In(
            wait,
            async () =>
            {
                if (life != mine)
                    return;
                await client!.PingAsync();
                PingIn(wait, mine);
            }
        );

    private async Task RenewAsync(int mine)
    {
        if (life != mine)
            return;
        await CloseAsync();
        StartIn(FirstWait());
    }

    private async Task CloseAsync()
    {
        if (client is null)
            return;
        await client.DisconnectAsync();
        client.Dispose();
        client = null;
        await LabRun.UntilAsync(() => !hub.IsConnected(identity));
    }

    private MqttClientOptions Options() =>
        new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .WithClientId(identity.ClientId)
            .WithCredentials(
                $"{hub.Options.HostName}/{identity.ClientId}/?api-version=2021-04-12&DeviceClientType={Uri.EscapeDataString(sdk.Version)}",
                Authentication.SharedAccessSignature.Create(
                    $"{hub.Options.HostName}/devices/{identity.DeviceId}",
                    key,
                    tokenMadeAt + LabSdk.TokenLifetime
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
