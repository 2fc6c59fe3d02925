namespace HubStandIn.Network.Faults;

internal sealed record PlainTextPort : PortFault
{
    private static readonly byte[] Answer = (
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n"u8
        + "Connection: close\r\n\r\nBad Request"u8
    ).ToArray();

    internal override async Task ServeAsync(PathConnection connection)
    {
        await connection.Client.ReceiveAsync(new byte[4096], connection.Ended);
        await connection.Client.SendAsync(Answer, connection.Ended);
    }
}
