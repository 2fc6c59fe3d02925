namespace IoTHubDisconnect.Reading.Input;

/// <summary>Files that may have a log inside and cannot be read as they are, by their first bytes.</summary>
internal static class ForeignFile
{
    private static readonly (byte[] Beginning, string What)[] Known =
    [
        ([(byte)'P', (byte)'K', 3, 4], Zip),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive. Unpack it, and give the folder"),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!'], "a RAR archive. Unpack it, and give the folder"),
        ([0xD0, 0xCF, 0x11, 0xE0], Workbook),
        (
            [(byte)'O', (byte)'b', (byte)'j', 1],
            "an Avro file, as Event Hubs Capture writes. Convert it to JSON, or have the category Connections sent to "
                + "storage"
        ),
        (
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1'],
            "a Parquet file. Convert it to JSON or CSV, or have the category Connections sent to storage"
        ),
    ];

    private const string Zip = "a zip archive. Unpack it with Expand-Archive, and give the folder";

    private const string Workbook =
        "an Excel workbook. Save it as CSV, with the times formatted as yyyy-mm-dd hh:mm:ss.000, or export the rows "
        + "as CSV again";

    /// <summary>What it is, and the next step; null for anything else.</summary>
    internal static string? Describe(ReadOnlySpan<byte> head)
    {
        foreach (var (beginning, what) in Known)
        {
            if (head.StartsWith(beginning))
                return what == Zip && head.IndexOf("[Content_Types].xml"u8) >= 0 ? Workbook : what;
        }
        return null;
    }
}
