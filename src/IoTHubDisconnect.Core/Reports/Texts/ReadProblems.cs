using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// Says what of the log could not be read. A report goes to others, to whom the folders of whoever made it are nothing.
/// </summary>
internal static class ReadProblems
{
    public static string[] Of(ReportContent content, ReportLanguage language)
    {
        // What all rows together lack is told by the report itself, in its language.
        var problems = content.Source.Problems.Where(p => p.Kind != LogProblemKind.Incomplete).ToArray();
        var rows = problems.Where(p => p.IsOfRow).ToArray();
        return rows.Sum(p => p.Count) <= 1
            ? [.. problems.Select(Plain)]
            :
            [
                language.Format("unknown.rows", rows.Sum(p => p.Count), rows.DistinctBy(p => p.Path).Count()),
                .. problems.Where(p => !p.IsOfRow).Select(Plain),
            ];
    }

    private static string Plain(LogProblem problem) =>
        problem.Path.Length == 0
            ? problem.Message
            : problem.Message.Replace(problem.Path, Path.GetFileName(problem.Path), StringComparison.Ordinal);
}
