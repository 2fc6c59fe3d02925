using System.IO.Compression;
using System.Text;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>The ways a log's text becomes a file's bytes.</summary>
internal static class LogPackaging
{
    internal static IReadOnlyDictionary<string, Func<string, byte[]>> All { get; } =
        new Dictionary<string, Func<string, byte[]>>
        {
            ["plain"] = Encoding.UTF8.GetBytes,
            ["byte order mark"] = text => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            ["gzip"] = text => Gzip(Encoding.UTF8.GetBytes(text)),
            ["gzip in members"] = text => [.. Encoding.UTF8.GetBytes(text).Chunk(1000).SelectMany(Gzip)],
            ["UTF-16"] = text => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            ["UTF-16 big-endian"] = text => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            ["UTF-16 without mark, gzip"] = text => Gzip(Encoding.Unicode.GetBytes(text)),
        };

    internal static byte[] Gzip(byte[] content)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
