using System.Net;
using System.Net.Sockets;

namespace HubStandIn.Network;

/// <summary>Holds a port in one of its states. The port stays reserved in all of them.</summary>
internal sealed class PortSocket : IDisposable
{
    private const int Fillers = 4;

    private readonly Socket socket;
    private readonly List<Socket> fillers = [];

    public PortSocket(IPEndPoint endPoint, PortState state)
    {
        socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(endPoint);
        if (state == PortState.Open)
            socket.Listen(512);
        if (state == PortState.Filtered)
            FillUp();
    }

    public IPEndPoint EndPoint => (IPEndPoint)socket.LocalEndPoint!;

    public ValueTask<Socket> AcceptAsync(CancellationToken cancellation) => socket.AcceptAsync(cancellation);

    public void Dispose()
    {
        socket.Dispose();
        fillers.ForEach(filler => filler.Dispose());
    }

    /// <summary>A queue that is full makes Linux drop what else asks to connect, which to a client looks like a firewall that drops.</summary>
    private void FillUp()
    {
        socket.Listen(0);
        for (int i = 0; i < Fillers; i++)
        {
            var filler = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            fillers.Add(filler);
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
