using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// What keeps logs from being read. A file that was named and cannot be is an error; parts of a log that others stand
/// around are warnings; and so are files of other kinds, unless there is nothing beside them.
/// </summary>
/// <param name="cmdlet">Tells of them.</param>
/// <param name="isNamed">Whether a file was named, rather than found in a folder.</param>
internal sealed class LogProblems(CancellableCmdlet cmdlet, Func<string, bool> isNamed)
{
    private readonly List<LogProblem> _all = [];
    private readonly BadRows _badRows = new(cmdlet);
    private bool _hasErrors;

    public IReadOnlyList<LogProblem> All => _all;

    public void Add(LogProblem problem)
    {
        _all.Add(problem);
        if (IsRemark(problem) || IsForeign(problem))
            cmdlet.WriteWarning(problem.Message);
        else if (problem.IsOfRow)
            _badRows.Add(problem);
        else
            WriteError(problem);
    }

    /// <summary>Tells what only shows when all is read.</summary>
    /// <param name="hasRows">Whether anything of a log was read.</param>
    public void Complete(bool hasRows)
    {
        _badRows.Tell();
        if (!hasRows && !_hasErrors && !_all.TrueForAll(IsRemark))
            WriteError(
                new LogProblem(
                    LogProblemKind.NoReadableRow,
                    "",
                    0,
                    "No row of a log could be read; the warnings say why. Give the folder that "
                        + "insights-logs-connections was downloaded to, or the exported files themselves."
                )
            );
    }

    private void WriteError(LogProblem problem)
    {
        _hasErrors = true;
        cmdlet.WriteError(problem.ToErrorRecord());
    }

    private static bool IsRemark(LogProblem problem) =>
        problem.Kind
            is LogProblemKind.OtherCategory
                or LogProblemKind.FarTime
                or LogProblemKind.Incomplete
                or LogProblemKind.AmbiguousDate
                or LogProblemKind.UnknownTimeZone;

    /// <summary>A folder may hold other files beside the logs; a file that was named is meant to be one.</summary>
    private bool IsForeign(LogProblem problem) =>
        problem.Kind is LogProblemKind.UnknownFormat or LogProblemKind.MissingColumn or LogProblemKind.NoReadableRow
        && !isNamed(problem.Path);
}
