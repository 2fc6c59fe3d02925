using System.Management.Automation;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// What is wrong with logs, as error records: the kind of problem is the id, and tells the next step.
/// </summary>
internal static class LogErrors
{
    public static ErrorRecord ToErrorRecord(this LogProblem problem) =>
        new(
            problem.Exception is null
                ? new LogFileException(problem)
                : new LogFileException(problem, problem.Exception),
            problem.Kind.ToString(),
            CategoryOf(problem.Kind),
            problem.Path
        )
        {
            ErrorDetails = new ErrorDetails(problem.Message) { RecommendedAction = ActionFor(problem.Kind) },
        };

    private static ErrorCategory CategoryOf(LogProblemKind kind) =>
        kind switch
        {
            LogProblemKind.PathNotFound or LogProblemKind.NoLogFiles => ErrorCategory.ObjectNotFound,
            LogProblemKind.Unreadable => ErrorCategory.ReadError,
            LogProblemKind.RowTooLong => ErrorCategory.LimitsExceeded,
            _ => ErrorCategory.InvalidData,
        };

    public static string ActionFor(LogProblemKind kind) =>
        kind switch
        {
            LogProblemKind.PathNotFound =>
                "Check the path; wildcards go with -Path, names with brackets go with -LiteralPath.",
            LogProblemKind.NoLogFiles =>
                "Give the folder that holds insights-logs-connections, or the exported files themselves.",
            LogProblemKind.Unreadable => "Check that the file is there, complete and readable for you.",
            LogProblemKind.EmptyFile => "Export the log again, or leave the file out.",
            LogProblemKind.UnknownFormat =>
                "Give a diagnostic-setting export, an Event Hubs capture as JSON, or a Log Analytics export of "
                    + "AzureDiagnostics as CSV or JSON.",
            LogProblemKind.MissingColumn =>
                "Export all columns of AzureDiagnostics, TimeGenerated, OperationName and properties_s among them.",
            LogProblemKind.OtherCategory => "Export the category Connections of the hub's diagnostic setting.",
            LogProblemKind.NoReadableRow => "Export the log again, and give it as it was exported.",
            _ => "Look at that line of the file; the rows around it were read.",
        };
}
