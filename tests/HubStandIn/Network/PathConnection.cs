using System.Net;
using System.Net.Sockets;
using HubStandIn.Sessions;

namespace HubStandIn.Network;

/// <summary>One connection on its way from a client to the hub.</summary>
public sealed class PathConnection : IDisposable
{
    private readonly Socket _client;
    private readonly IPEndPoint _inside;
    private readonly CancellationTokenSource _ended = new();
    private Socket? _hub;
    private readonly TimeProvider _clock;
    private long _lastPassed;
    private long _toClient;
    private volatile bool _isSilent;

    internal PathConnection(Socket client, IPEndPoint inside, TimeProvider clock, int number)
    {
        (_client, _inside, _clock, Number) = (client, inside, clock, number);
        _lastPassed = clock.GetUtcNow().Ticks;
        ClientEndPoint = (IPEndPoint)client.RemoteEndPoint!;
    }

    /// <summary>1 for the port's first, and so on.</summary>
    public int Number { get; }

    /// <summary>The client's end.</summary>
    public IPEndPoint ClientEndPoint { get; }

    /// <summary>The end that the hub sees; null until there is one.</summary>
    internal IPEndPoint? HubSide { get; private set; }

    private DateTimeOffset LastPassedAt => new(Interlocked.Read(ref _lastPassed), TimeSpan.Zero);

    internal CancellationToken Ended => _ended.Token;

    internal Socket Client => _client;

    /// <summary>Ends it in one of the ways that networks have.</summary>
    public void Cut(PathCut how)
    {
        if (how == PathCut.Silence)
        {
            _isSilent = true;
            return;
        }

        if (how == PathCut.Reset)
        {
            try
            {
                _client.LingerState = new LingerOption(true, 0);
                _hub?.LingerState = new LingerOption(true, 0);
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
        _ended.Cancel();
        _client.Dispose();
        _hub?.Dispose();
    }

    /// <summary>Carries bytes both ways until it ends.</summary>
    internal async Task RelayAsync(PathRule rule)
    {
        _hub = new Socket(_inside.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _hub.Bind(new IPEndPoint(_inside.Address, 0));
        HubSide = (IPEndPoint)_hub.LocalEndPoint!;
        await _hub.ConnectAsync(_inside, Ended);
        using var idle = rule.Idle is { } patience
            ? new Deadline(_clock, () => LastPassedAt + patience, _ => CutIdle(rule.Cut))
            : null;
        await Task.WhenAll(
            CarryAsync(_client, _hub, data => SendAsync(_hub, data)),
            CarryAsync(_hub, _client, data => DeliverAsync(data, rule))
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
        var buffer = new byte[16384];
        try
        {
            while (await from.ReceiveAsync(buffer, Ended) is > 0 and var count)
            {
                Interlocked.Exchange(ref _lastPassed, _clock.GetUtcNow().Ticks);
                if (!_isSilent)
                    await pass(buffer.AsMemory(0, count));
            }

            if (!_isSilent)
                to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException) when (!_isSilent)
        {
            Cut(PathCut.Reset);
        }
    }

    private async Task DeliverAsync(ReadOnlyMemory<byte> data, PathRule rule)
    {
        var rest = (int)Math.Min(data.Length, rule.Bytes - _toClient);
        _toClient += rest;
        if (rule.PerByte > TimeSpan.Zero)
        {
            for (var i = 0; i < rest; i++)
            {
                await SendAsync(_client, data.Slice(i, 1));
                await Task.Delay(rule.PerByte, Ended);
            }
        }
        else if (rest > 0)
        {
            await SendAsync(_client, data[..rest]);
        }

        if (_toClient >= rule.Bytes)
            Cut(rule.Cut);
    }

    private async Task SendAsync(Socket to, ReadOnlyMemory<byte> data)
    {
        while (data.Length > 0)
            data = data[await to.SendAsync(data, Ended)..];
    }
}
