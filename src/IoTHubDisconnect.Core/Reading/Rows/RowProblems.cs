namespace IoTHubDisconnect.Reading.Rows;

/// <summary>A problem with one row, at a line counted from the range's beginning.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Line">The line.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Outcome">What became of it.</param>
internal readonly record struct RowProblem(
    LogProblemKind Kind,
    long Line,
    string Detail,
    string Outcome = RowProblem.RowPassedOver
)
{
    public const string RowPassedOver = "The row was passed over";
}

/// <summary>The first few row problems of a range or file, and how many there were after them.</summary>
internal sealed class RowProblems
{
    internal const int Named = 10;

    private readonly List<RowProblem> _first = [];

    internal IReadOnlyList<RowProblem> First => _first;

    internal long More { get; private set; }

    internal long LastLine { get; private set; }

    internal void Add(RowProblem problem)
    {
        LastLine = problem.Line;
        if (_first.Count < Named)
            _first.Add(problem);
        else
            More++;
    }

    /// <summary>
    /// Adds the problems of the range that begins <paramref name="linesBefore"/> lines into the file.
    /// </summary>
    internal void Append(RowProblems range, long linesBefore)
    {
        foreach (var problem in range.First)
            Add(problem with { Line = problem.Line + linesBefore });
        More += range.More;
        if (range.More > 0)
            LastLine = range.LastLine + linesBefore;
    }
}
