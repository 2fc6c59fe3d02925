using System.Net;
using System.Net.Sockets;

namespace HubStandIn.Network;

/// <summary>Holds a port in one of its states. The port stays reserved in all of them.</summary>
internal sealed class PortSocket : IDisposable
{
    private const int Fillers = 4;

    private readonly Socket _socket;
    private readonly List<Socket> _fillers = [];

    public PortSocket(IPEndPoint endPoint, PortState state)
    {
        _socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _socket.Bind(endPoint);
        if (state == PortState.Open)
            _socket.Listen(512);
        if (state == PortState.Filtered)
            FillUp();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    public ValueTask<Socket> AcceptAsync(CancellationToken cancellation) => _socket.AcceptAsync(cancellation);

    public void Dispose()
    {
        _socket.Dispose();
        _fillers.ForEach(filler => filler.Dispose());
    }

    /// <summary>
    /// A queue that is full makes Linux drop what else asks to connect, which to a client looks like a firewall that
    /// drops.
    /// </summary>
    private void FillUp()
    {
        _socket.Listen(0);
        for (var i = 0; i < Fillers; i++)
        {
            var filler = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _fillers.Add(filler);
            try
            {
                filler.Connect(EndPoint);
            }
            catch (SocketException error)
                when (error.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // Under way; the ones past the queue's end stay so.
            }
        }
    }
}
