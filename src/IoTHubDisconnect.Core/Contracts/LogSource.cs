namespace IoTHubDisconnect.Contracts;

/// <summary>Something that holds a log: a file, or whatever else can be opened as a stream.</summary>
/// <param name="name">What messages call it: a path or an address.</param>
/// <param name="length">In bytes as stored; null where that is not known beforehand.</param>
/// <param name="open">Opens it at its beginning; what it throws is reported as a problem of this source alone.</param>
internal sealed class LogSource(string name, long? length, Func<CancellationToken, Stream> open)
{
    internal string Name { get; } = name;

    internal long? Length { get; } = length;

    /// <summary>Whether it is a file, which can be opened more than once and read from any place.</summary>
    internal bool IsFile { get; private init; }

    internal static LogSource OfFile(string path)
    {
        var file = new FileInfo(path);
        return new LogSource(
            path,
            file.Exists ? file.Length : null,
            cancellation => PlainFile.OpenRead(path, cancellation)
        )
        {
            IsFile = true,
        };
    }

    internal Stream Open(CancellationToken cancellation) => open(cancellation);
}
