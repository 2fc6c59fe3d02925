using System.Security.Cryptography;

namespace HubStandIn.Network.Faults;

/// <summary>
/// Answers a ClientHello with the ServerHello of TLS 1.0. OpenSSL as systems ship it no longer speaks that version, so
/// the hello is made by hand.
/// </summary>
internal sealed record OldTlsPort : PortFault
{
    internal override async Task ServeAsync(PathConnection connection)
    {
        await connection.Client.ReceiveAsync(new byte[4096], connection.Ended);
        await connection.Client.SendAsync(ServerHello(), connection.Ended);
        await connection.Client.ReceiveAsync(new byte[4096], connection.Ended);
    }

    private static byte[] ServerHello() =>
        [
            0x16,
            0x03,
            0x01,
            0x00,
            0x2A, // a handshake record of TLS 1.0, 42 bytes
            0x02,
            0x00,
            0x00,
            0x26,
            0x03,
            0x01, // ServerHello, 38 bytes, TLS 1.0
            .. RandomNumberGenerator.GetBytes(32),
            0x00, // no session id
            0x00,
            0x2F, // TLS_RSA_WITH_AES_128_CBC_SHA
            0x00, // no compression
        ];
}
