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
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<PathConnection, Task> connections = new();
    private readonly ServerCertificates certificates;
    private readonly TimeProvider clock;
    private PortSocket socket;
    private PortFault fault = PortFault.None;
    private CancellationTokenSource accepting = new();
    private int accepted;

    internal HubPort(IPEndPoint endPoint, ServerCertificates certificates, TimeProvider clock)
    {
        (this.certificates, this.clock) = (certificates, clock);
        socket = new PortSocket(endPoint, PortState.Open);
        EndPoint = socket.EndPoint;
    }

    /// <summary>Where clients connect to.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The number of the port.</summary>
    public int Number => EndPoint.Port;

    /// <summary>What is wrong with it. Connections that there are stay; those to come meet it.</summary>
    public PortFault Fault
    {
        get => fault;
        set
        {
            lock (gate)
            {
                bool same = value.State == fault.State;
                fault = value;
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
    public IReadOnlyList<PathConnection> Connections => [.. connections.Keys.OrderBy(connection => connection.Number)];

    /// <summary>How many connections it has accepted so far.</summary>
    public int Accepted => accepted;

    /// <summary>Where the hub itself listens.</summary>
    internal IPEndPoint? Inside { get; set; }

    internal SslServerAuthenticationOptions Tls =>
        new()
        {
            ServerCertificateContext = certificates.Of(Certificate),
            EnabledSslProtocols = TlsVersions,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };

    internal void Start(IPEndPoint inside)
    {
        Inside = inside;
        _ = AcceptAsync(socket, accepting.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await accepting.CancelAsync();
        socket.Dispose();
        foreach (PathConnection connection in connections.Keys)
            connection.Dispose();
        await Task.WhenAll(connections.Values);
    }

    private void Reopen()
    {
        accepting.Cancel();
        socket.Dispose();
        accepting = new CancellationTokenSource();
        socket = new PortSocket(EndPoint, fault.State);
        if (fault.State == PortState.Open)
            _ = AcceptAsync(socket, accepting.Token);
    }

    private async Task AcceptAsync(PortSocket from, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                Socket client = await from.AcceptAsync(cancellation);
                client.NoDelay = true;
                var connection = new PathConnection(client, Inside!, clock, Interlocked.Increment(ref accepted));
                connections[connection] = Task.CompletedTask;
                connections[connection] = ServeAsync(connection, fault);
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
            connections.TryRemove(connection, out _);
        }
    }
}
