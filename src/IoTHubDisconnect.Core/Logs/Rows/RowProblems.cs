namespace IoTHubDisconnect.Logs.Rows;

/// <summary>A problem with one row, at a line counted from the range's beginning.</summary>
internal readonly record struct RowProblem(LogProblemKind Kind, long Line, string Detail);

/// <summary>The first few row problems of a range or file, and how many there were after them.</summary>
internal sealed class RowProblems
{
    internal const int Named = 10;

    private readonly List<RowProblem> _first = [];

    internal IReadOnlyList<RowProblem> First => _first;

    internal long More { get; private set; }

    internal long LastLine { get; private set; }

    internal void Add(LogProblemKind kind, long line, string detail)
    {
        LastLine = line;
        if (_first.Count < Named)
            _first.Add(new RowProblem(kind, line, detail));
        else
            More++;
    }

    /// <summary>Adds the problems of the range that begins <paramref name="linesBefore"/> lines into the file.</summary>
    internal void Append(RowProblems range, long linesBefore)
    {
        foreach (RowProblem problem in range.First)
            Add(problem.Kind, problem.Line + linesBefore, problem.Detail);
        More += range.More;
        if (range.More > 0)
            LastLine = range.LastLine + linesBefore;
    }
}
