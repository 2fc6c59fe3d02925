using System.Net;
using System.Net.Sockets;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Network;

/// <summary>Makes connections: to the hub, or to the proxy and through it.</summary>
internal sealed class HubNetwork(ConnectivityTest test)
{
    private readonly HubAddresses _proxyAddresses = new(test with { Address = null });

    public HubAddresses Addresses { get; } = new(test);

    /// <summary>Connects to a port of a host.</summary>
    public async Task<ObservedStream> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        if (test.Proxy is not { } proxy)
            return await ConnectAsync(
                    await Addresses.FindAsync(host).WaitAsync(cancellation).ConfigureAwait(false),
                    port,
                    cancellation
                )
                .ConfigureAwait(false);
        ObservedStream stream;
        try
        {
            stream = await ConnectAsync(
                    await _proxyAddresses.FindAsync(proxy.Host).WaitAsync(cancellation).ConfigureAwait(false),
                    proxy.Port,
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SocketException or StepFailure)
        {
            throw new StepFailure(
                F.ProxyUnreachable,
                $"The proxy {proxy.Authority} cannot be reached: {WireFailure.Of(exception).Message}",
                exception
            );
        }
        try
        {
            await ProxyTunnel
                .OpenAsync(stream, $"{test.Address?.ToString() ?? host}:{port}", test.ProxyCredential, cancellation)
                .ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Connects to a port of a host, and makes the connection a secure one.</summary>
    public async Task<TlsConnection> ConnectTlsAsync(
        string host,
        int port,
        bool isTrusting,
        CancellationToken cancellation
    )
    {
        var tcp = await ConnectAsync(host, port, cancellation).ConfigureAwait(false);
        return await TlsConnection
            .OpenAsync(tcp, host, (test.Proof as CertificateProof)?.Certificate, isTrusting, cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Tries the addresses one after the other; each gets its share of ten seconds, so that a dead one does not hide a
    /// living one.
    /// </summary>
    private static async Task<ObservedStream> ConnectAsync(
        IPAddress[] addresses,
        int port,
        CancellationToken cancellation
    )
    {
        for (var i = 0; ; i++)
        {
            var isLast = i == addresses.Length - 1;
            using var share = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (!isLast)
                share.CancelAfter(TimeSpan.FromSeconds(10.0 / addresses.Length));
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses[i], port, share.Token).ConfigureAwait(false);
                return new ObservedStream(socket);
            }
            catch (Exception exception)
            {
                socket.Dispose();
                if (
                    isLast
                    || cancellation.IsCancellationRequested
                    || exception is not (SocketException or OperationCanceledException)
                )
                    throw;
            }
        }
    }
}
