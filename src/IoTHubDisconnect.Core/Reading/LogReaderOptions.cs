namespace IoTHubDisconnect.Reading;

/// <summary>How logs are read, and who takes what comes of it.</summary>
internal sealed class LogReaderOptions
{
    /// <summary>Makes a sink for each reading thread.</summary>
    public required Func<ILogRecordSink> SinkFactory { get; init; }

    /// <summary>Takes the problems, file by file in the order of the files, on the thread that reads.</summary>
    public required Action<LogProblem> Report { get; init; }

    /// <summary>Takes word of how far reading came, some times a second, on the thread that reads.</summary>
    public Action<LogReadProgress>? Progress { get; init; }

    /// <summary>The order of day and month in all sources; null to find it in each.</summary>
    public LogDateOrder? DateOrder { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What a thread holds of a file at a time, in bytes.</summary>
    internal int WindowLength { get; init; } = 256 * 1024;

    /// <summary>A longer row is reported and passed over. In bytes.</summary>
    internal int LongestRow { get; init; } = 1024 * 1024;

    /// <summary>Threads share files of JSON Lines in ranges of this many bytes.</summary>
    internal long RangeLength { get; init; } = 8 * 1024 * 1024;
}
