using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Commands;

/// <summary>Rows of a log that could not be read among others that were: however many, they are one warning.</summary>
internal sealed class BadRows(CancellableCmdlet cmdlet)
{
    private readonly List<LogProblem> _all = [];

    public void Add(LogProblem problem)
    {
        _all.Add(problem);
        cmdlet.WriteVerbose(problem.Message);
    }

    /// <summary>Tells of them when all is read.</summary>
    public void Tell()
    {
        if (_all is [{ Count: 1 } only])
            cmdlet.WriteWarning(only.Message);
        else if (_all.Count > 0)
            WarnOf(_all.Sum(p => p.Count), _all.DistinctBy(p => p.Path).Count(), _all[0]);
        _all.Clear();
    }

    private void WarnOf(long rows, int files, LogProblem first) =>
        cmdlet.WriteWarning(
            $"{Counted.Of(rows, "row")} in {Counted.Of(files, "file")} could not be read; those around them were. "
                + $"-Verbose lists them. The first is line {first.Line} of {first.Path}."
        );
}
