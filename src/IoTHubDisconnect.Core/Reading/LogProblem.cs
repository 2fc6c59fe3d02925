namespace IoTHubDisconnect.Reading;

/// <summary>What kept a part of a log from being read. Everything around that part was.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line it begins on, counted from 1; 0 where the whole file is meant.</param>
/// <param name="Message">One sentence for a person, naming file, line and the next step.</param>
/// <param name="Exception">What the operating system said, where it said something.</param>
public sealed record LogProblem(
    LogProblemKind Kind,
    string Path,
    long Line,
    string Message,
    Exception? Exception = null
)
{
    /// <summary>How many places it stands for.</summary>
    public long Count { get; init; } = 1;

    /// <summary>Whether it is about single rows, and not about a file.</summary>
    internal bool IsOfRow =>
        Kind
            is LogProblemKind.BrokenRow
                or LogProblemKind.RowTooLong
                or LogProblemKind.InvalidTime
                or LogProblemKind.IncompleteRow;

    /// <summary>
    /// One sentence for a person, naming file, line and the next step, on one line whatever the file is called.
    /// </summary>
    public string Message { get; init; } = PlainText.Of(Message);
}
