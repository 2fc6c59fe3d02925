using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace HubStandIn.Network;

/// <summary>A port as clients see it: the path to the hub, where all goes wrong that goes wrong on the way.</summary>
public sealed class HubPort : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<PathConnection, Task> _connections = new();
    private readonly ServerCertificates _certificates;
    private readonly TimeProvider _clock;
    private PortSocket _socket;
    private PortFault _fault = PortFault.None;
    private CancellationTokenSource _accepting = new();
    private int _accepted;

    internal HubPort(IPEndPoint endPoint, ServerCertificates certificates, TimeProvider clock)
    {
        (_certificates, _clock) = (certificates, clock);
        _socket = new PortSocket(endPoint, PortState.Open);
        EndPoint = _socket.EndPoint;
    }

    /// <summary>Where clients connect to.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The number of the port.</summary>
    public int Number => EndPoint.Port;

    /// <summary>What is wrong with it. Connections that there are stay; those to come meet it.</summary>
    public PortFault Fault
    {
        get => _fault;
        set
        {
            lock (_gate)
            {
                var same = value.State == _fault.State;
                _fault = value;
                if (!same)
                    Reopen();
            }
        }
    }

    /// <summary>The certificate it shows.</summary>
    public ServerCertificateKind Certificate { get; set; }

    /// <summary>The versions of TLS it speaks; None means those of the system.</summary>
    public SslProtocols TlsVersions { get; set; } = SslProtocols.None;

    /// <summary>The connections through it, the oldest first.</summary>
    public IReadOnlyList<PathConnection> Connections => [.. _connections.Keys.OrderBy(connection => connection.Number)];

    /// <summary>How many connections it has accepted so far.</summary>
    public int Accepted => _accepted;

    /// <summary>Where the hub itself listens.</summary>
    internal IPEndPoint? Inside { get; set; }

    internal SslServerAuthenticationOptions Tls =>
        new()
        {
            ServerCertificateContext = _certificates.Of(Certificate),
            EnabledSslProtocols = TlsVersions,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };

    /// <summary>The client's own address, given the end of its path that the hub sees.</summary>
    internal IPAddress ClientBehind(IPEndPoint hubSide) =>
        _connections.Keys.FirstOrDefault(connection => hubSide.Equals(connection.HubSide))?.ClientEndPoint.Address
        ?? hubSide.Address;

    internal void Start(IPEndPoint inside)
    {
        Inside = inside;
        _ = AcceptAsync(_socket, _accepting.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _accepting.CancelAsync();
        _socket.Dispose();
        foreach (var connection in _connections.Keys)
            connection.Dispose();
        await Task.WhenAll(_connections.Values);
    }

    private void Reopen()
    {
        _accepting.Cancel();
        _socket.Dispose();
        _accepting = new CancellationTokenSource();
        _socket = new PortSocket(EndPoint, _fault.State);
        if (_fault.State == PortState.Open)
            _ = AcceptAsync(_socket, _accepting.Token);
    }

    private async Task AcceptAsync(PortSocket from, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var client = await from.AcceptAsync(cancellation);
                client.NoDelay = true;
                var connection = new PathConnection(client, Inside!, _clock, Interlocked.Increment(ref _accepted));
                _connections[connection] = Task.CompletedTask;
                _connections[connection] = ServeAsync(connection, _fault);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The port is closed.
        }
    }

    private async Task ServeAsync(PathConnection connection, PortFault current)
    {
        await Task.Yield();
        try
        {
            await current.ServeAsync(connection);
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // One side has gone.
        }
        finally
        {
            connection.Dispose();
            _connections.TryRemove(connection, out _);
        }
    }
}
