using System.Buffers;
using System.Buffers.Text;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// The text of an event that an event hub took: as it is, or in Base64, as tools write bodies that may be no text.
/// </summary>
internal static class EventBody
{
    internal static byte[] Read(ReadOnlySpan<byte> written)
    {
        if (BeginsJson(written))
            return written.ToArray();
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(written.Length)];
        return
            Base64.DecodeFromUtf8(written, decoded, out _, out var length) == OperationStatus.Done
            && BeginsJson(decoded.AsSpan(0, length))
            ? decoded[..length]
            : written.ToArray();
    }

    private static bool BeginsJson(ReadOnlySpan<byte> text) =>
        text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
}
