using System.IO.Compression;
using FleetGenerator.Benchmark;

namespace IoTHubDisconnect.Tests.Logs;

/// <summary>
/// A log that takes far longer to read than anyone waits: one block of rows, gzipped, again and again.
/// </summary>
internal static class EndlessLog
{
    private const int RowsInBlock = 20_000;

    public static string Write(LogFolder folder, int blocks)
    {
        var block = Block();
        var path = folder.PathOf("endless.json.gz");
        using var file = File.Create(path);
        for (var i = 0; i < blocks; i++)
            file.Write(block);
        return path;
    }

    private static byte[] Block()
    {
        using var block = new MemoryStream();
        using (var gzip = new GZipStream(block, CompressionLevel.Fastest, leaveOpen: true))
            new BenchmarkLog(RowsInBlock, devices: 2_000, seed: 1).WriteTo(gzip);
        return block.ToArray();
    }
}
