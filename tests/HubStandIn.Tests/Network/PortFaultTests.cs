using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using HubStandIn.Network;

namespace HubStandIn.Tests.Network;

/// <summary>What a plain client meets at a port that is not as it should be.</summary>
public sealed class PortFaultTests : IAsyncLifetime
{
    private StandInHub _hub = null!;

    public async Task InitializeAsync() => _hub = await StandInHub.StartAsync();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    public static TheoryData<HubProtocol> Ports => [.. Enum.GetValues<HubProtocol>()];

    [Theory]
    [MemberData(nameof(Ports))]
    public async Task A_closed_port_refuses_at_once_and_opens_again(HubProtocol protocol)
    {
        _hub.Port(protocol).Fault = PortFault.Closed;
        var error = await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(protocol));
        Assert.Equal(SocketError.ConnectionRefused, error.SocketErrorCode);
        _hub.Port(protocol).Fault = PortFault.None;
        using var tls = await TlsAsync(protocol);
        Assert.True(tls.IsAuthenticated);
    }

    [Theory]
    [MemberData(nameof(Ports))]
    public async Task A_filtered_port_answers_nothing_and_opens_again(HubProtocol protocol)
    {
        _hub.Port(protocol).Fault = PortFault.Filtered;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        using (var client = new TcpClient())
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                client.ConnectAsync("127.0.0.1", _hub.Port(protocol).Number, patience.Token).AsTask()
            );
        _hub.Port(protocol).Fault = PortFault.None;
        using var tls = await TlsAsync(protocol);
        Assert.True(tls.IsAuthenticated);
    }

    [Theory]
    [InlineData(ServerCertificateKind.Valid, SslPolicyErrors.None)]
    [InlineData(ServerCertificateKind.Expired, SslPolicyErrors.RemoteCertificateChainErrors)]
    [InlineData(ServerCertificateKind.NotYetValid, SslPolicyErrors.RemoteCertificateChainErrors)]
    [InlineData(ServerCertificateKind.SelfSigned, SslPolicyErrors.RemoteCertificateChainErrors)]
    [InlineData(ServerCertificateKind.WrongHost, SslPolicyErrors.RemoteCertificateNameMismatch)]
    public async Task A_certificate_is_bad_in_one_way_only(ServerCertificateKind kind, SslPolicyErrors expected)
    {
        foreach (var protocol in Enum.GetValues<HubProtocol>())
        {
            _hub.Port(protocol).Certificate = kind;
            SslPolicyErrors? seen = null;
            using var tls = await TlsAsync(protocol, errors => seen = errors);
            Assert.Equal(expected, seen);
        }
    }

    [Fact]
    public async Task Plain_text_is_no_tls()
    {
        _hub.Mqtt.Fault = PortFault.PlainText;
        await Assert.ThrowsAsync<AuthenticationException>(() => TlsAsync(HubProtocol.Mqtt));
        using var client = await ConnectAsync(HubProtocol.Mqtt);
        await client.GetStream().WriteAsync("hello"u8.ToArray());
        Assert.StartsWith("HTTP/1.1 400", await new StreamReader(client.GetStream()).ReadToEndAsync());
    }

    [Fact]
    public async Task Old_tls_is_refused_for_its_version()
    {
        _hub.Mqtt.Fault = PortFault.OldTls;
        var error = await Assert.ThrowsAsync<AuthenticationException>(() => TlsAsync(HubProtocol.Mqtt));
        Assert.Contains("protocol", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_port_can_be_held_to_one_version()
    {
        _hub.Amqp.TlsVersions = SslProtocols.Tls12;
        using var tls = await TlsAsync(HubProtocol.Amqp);
        Assert.Equal(SslProtocols.Tls12, tls.SslProtocol);
    }

    [Fact]
    public async Task A_silent_port_accepts_and_says_nothing()
    {
        _hub.Amqp.Fault = PortFault.Silent;
        using var client = await ConnectAsync(HubProtocol.Amqp);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await client.GetStream().WriteAsync("hello"u8.ToArray());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.GetStream().ReadAsync(new byte[1], patience.Token).AsTask()
        );
    }

    [Fact]
    public async Task A_dripping_port_gives_a_byte_at_a_time()
    {
        _hub.Mqtt.Fault = PortFault.Drip(TimeSpan.FromMilliseconds(50));
        var handshake = TlsAsync(HubProtocol.Mqtt);
        Assert.NotSame(handshake, await Task.WhenAny(handshake, Task.Delay(TimeSpan.FromSeconds(1))));
        _hub.Mqtt.Connections.Single().Cut(PathCut.Reset);
        await Assert.ThrowsAnyAsync<Exception>(() => handshake);
    }

    [Theory]
    [InlineData(PathCut.Close)]
    [InlineData(PathCut.Reset)]
    public async Task A_path_is_cut_after_so_many_bytes(PathCut how)
    {
        _hub.Https.Fault = PortFault.CutAfter(100, how);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => TlsAsync(HubProtocol.Https));
        Assert.Equal(
            how == PathCut.Reset,
            (error as IOException ?? error.InnerException as IOException)?.InnerException
                is SocketException { SocketErrorCode: SocketError.ConnectionReset }
        );
    }

    [Theory]
    [InlineData(PathCut.Reset)]
    [InlineData(PathCut.Close)]
    public async Task An_idle_connection_is_cut_and_a_busy_one_is_not(PathCut how)
    {
        _hub.Mqtt.Fault = PortFault.CutWhenIdle(TimeSpan.FromSeconds(1), how);
        using var tls = await TlsAsync(HubProtocol.Mqtt);
        var nothing = new byte[1];
        var received = await tls.ReadAsync(nothing)
            .AsTask()
            .ContinueWith(task => task.IsFaulted ? 0 : task.Result)
            .WaitAsync(Eventually.Limit);
        Assert.Equal(0, received);
        await Eventually.IsTrue(() => _hub.Mqtt.Connections.Count == 0);
    }

    private async Task<TcpClient> ConnectAsync(HubProtocol protocol)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _hub.Port(protocol).Number).WaitAsync(Eventually.Limit);
        return client;
    }

    private async Task<SslStream> TlsAsync(HubProtocol protocol, Action<SslPolicyErrors>? see = null)
    {
        var client = await ConnectAsync(protocol);
        var tls = new SslStream(
            client.GetStream(),
            false,
            (_, _, _, errors) =>
            {
                see?.Invoke(errors);
                return see is not null || errors == SslPolicyErrors.None;
            }
        );
        await tls.AuthenticateAsClientAsync("localhost").WaitAsync(Eventually.Limit);
        return tls;
    }
}
