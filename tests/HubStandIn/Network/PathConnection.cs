using System.Net;
using System.Net.Sockets;
using HubStandIn.Sessions;

namespace HubStandIn.Network;

/// <summary>One connection on its way from a client to the hub.</summary>
public sealed class PathConnection : IDisposable
{
    private readonly Socket client;
    private readonly IPEndPoint inside;
    private readonly CancellationTokenSource ended = new();
    private Socket? hub;
    private readonly TimeProvider clock;
    private long lastPassed;
    private long toClient;
    private volatile bool isSilent;

    internal PathConnection(Socket client, IPEndPoint inside, TimeProvider clock, int number)
    {
        (this.client, this.inside, this.clock, Number) = (client, inside, clock, number);
        lastPassed = clock.GetUtcNow().Ticks;
        ClientEndPoint = (IPEndPoint)client.RemoteEndPoint!;
    }

    /// <summary>1 for the port's first, and so on.</summary>
    public int Number { get; }

    /// <summary>The client's end.</summary>
    public IPEndPoint ClientEndPoint { get; }

    private DateTimeOffset LastPassedAt => new(Interlocked.Read(ref lastPassed), TimeSpan.Zero);

    internal CancellationToken Ended => ended.Token;

    internal Socket Client => client;

    /// <summary>Ends it in one of the ways that networks have.</summary>
    public void Cut(PathCut how)
    {
        if (how == PathCut.Silence)
        {
            isSilent = true;
            return;
        }

        if (how == PathCut.Reset)
        {
            try
            {
                client.LingerState = new LingerOption(true, 0);
                hub?.LingerState = new LingerOption(true, 0);
            }
            catch (ObjectDisposedException)
            {
                // One side has gone by itself in this moment.
            }
        }

        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Cancel();
        client.Dispose();
        hub?.Dispose();
    }

    /// <summary>Carries bytes both ways until it ends. The hub sees the client's own address.</summary>
    internal async Task RelayAsync(PathRule rule)
    {
        hub = new Socket(inside.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (ClientEndPoint.AddressFamily == inside.AddressFamily)
            hub.Bind(new IPEndPoint(ClientEndPoint.Address, 0));
        await hub.ConnectAsync(inside, Ended);
        using Deadline? idle = rule.Idle is { } patience
            ? new Deadline(clock, () => LastPassedAt + patience, _ => CutIdle(rule.Cut))
            : null;
        await Task.WhenAll(
            CarryAsync(client, hub, data => SendAsync(hub, data)),
            CarryAsync(hub, client, data => DeliverAsync(data, rule))
        );
    }

    private void CutIdle(PathCut how)
    {
        try
        {
            Cut(how);
        }
        catch (ObjectDisposedException)
        {
            // One side has gone by itself in this moment.
        }
    }

    private async Task CarryAsync(Socket from, Socket to, Func<ReadOnlyMemory<byte>, Task> pass)
    {
        byte[] buffer = new byte[16384];
        try
        {
            while (await from.ReceiveAsync(buffer, Ended) is > 0 and var count)
            {
                Interlocked.Exchange(ref lastPassed, clock.GetUtcNow().Ticks);
                if (!isSilent)
                    await pass(buffer.AsMemory(0, count));
            }

            if (!isSilent)
                to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException) when (!isSilent)
        {
            Cut(PathCut.Reset);
        }
    }

    private async Task DeliverAsync(ReadOnlyMemory<byte> data, PathRule rule)
    {
        int rest = (int)Math.Min(data.Length, rule.Bytes - toClient);
        toClient += rest;
        if (rule.PerByte > TimeSpan.Zero)
        {
            for (int i = 0; i < rest; i++)
            {
                await SendAsync(client, data.Slice(i, 1));
                await Task.Delay(rule.PerByte, Ended);
            }
        }
        else if (rest > 0)
        {
            await SendAsync(client, data[..rest]);
        }

        if (toClient >= rule.Bytes)
            Cut(rule.Cut);
    }

    private async Task SendAsync(Socket to, ReadOnlyMemory<byte> data)
    {
        while (data.Length > 0)
            data = data[await to.SendAsync(data, Ended)..];
    }
}
