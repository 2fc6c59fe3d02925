using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NetworkLab.Network;

/// <summary>Tells the addresses of the lab's hubs, as far as it is in order.</summary>
internal sealed class NameServer : IDisposable
{
    private const int HeaderSize = 12;
    private const byte AddressType = 1;

    private static readonly IPAddress Nobody = new([198, 51, 100, 255]);
    private static readonly TimeSpan Lateness = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, IPAddress> _names = new();
    private readonly ConcurrentDictionary<IPAddress, NameFault> _faults = new();
    private readonly UdpClient _socket = new(AddressFamily.InterNetwork);

    public static IPAddress Address { get; } = new([192, 0, 2, 53]);

    public void Start()
    {
        _socket.Client.Bind(new IPEndPoint(Address, 53));
        _ = ServeAsync();
    }

    public void Add(string name, IPAddress address) => _names[name] = address;

    /// <summary>Fails those who ask from an address; null ends it.</summary>
    public void Suffer(IPAddress from, NameFault? fault)
    {
        if (fault is { } given)
            _faults[from] = given;
        else
            _faults.TryRemove(from, out _);
    }

    public void Dispose() => _socket.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync();
                _ = AnswerAsync(question);
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(UdpReceiveResult question)
    {
        NameFault? fault = _faults.TryGetValue(question.RemoteEndPoint.Address, out var given) ? given : null;
        if (fault == NameFault.Late)
            await Task.Delay(Lateness);
        await _socket.SendAsync(Answer(question.Buffer, fault), question.RemoteEndPoint);
    }

    /// <summary>The question as it came, and an address where one was asked for.</summary>
    private byte[] Answer(byte[] question, NameFault? fault)
    {
        var (name, end) = NameIn(question);
        var known = _names.GetValueOrDefault(name);
        var address = fault == NameFault.Wrong ? Nobody : known;
        byte[] answer = [.. question.AsSpan(0, end + 4)];
        (answer[2], answer[3]) = (0x81, (byte)(known is null ? 0x83 : 0x80));
        answer.AsSpan(6, 6).Clear();
        if (address is null || question[end + 1] != AddressType)
            return answer;
        answer[7] = 1;
        return [.. answer, 0xC0, HeaderSize, 0, AddressType, 0, 1, 0, 0, 0, 1, 0, 4, .. address.GetAddressBytes()];
    }

    private static (string Name, int End) NameIn(byte[] question)
    {
        var labels = new List<string>();
        var at = HeaderSize;
        for (; question[at] > 0; at += question[at] + 1)
            labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
        return (string.Join('.', labels), at + 1);
    }
}
