using System.Management.Automation;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Commands;

/// <summary>Error records of what people ask for: the id, the category, what it is about and what to do next.</summary>
internal static class Errors
{
    public static ErrorRecord PathNotFound(string path, Exception exception) =>
        New(
            exception,
            nameof(LogProblemKind.PathNotFound),
            ErrorCategory.ObjectNotFound,
            path,
            LogErrors.ActionFor(LogProblemKind.PathNotFound)
        );

    public static ErrorRecord NothingMatches(string path) =>
        PathNotFound(path, new ItemNotFoundException($"No file or folder matches '{path}'."));

    public static ErrorRecord TwoStarts() =>
        New(
            new ArgumentException(
                "-Last and -StartTime both say where the period begins. Use one of them; -EndTime goes with either."
            ),
            "TwoPeriodStarts",
            ErrorCategory.InvalidArgument,
            null,
            "Leave out -Last or -StartTime."
        );

    /// <param name="start">The begin of the period.</param>
    /// <param name="end">The end that was given; null for one that goes up to now.</param>
    public static ErrorRecord EmptyPeriod(DateTimeOffset start, DateTimeOffset? end) =>
        New(
            new ArgumentException(
                end is null
                    ? $"The period begins ({start:u}) later than now."
                    : $"The period ends ({end:u}) before it begins ({start:u})."
            ),
            "EmptyPeriod",
            ErrorCategory.InvalidArgument,
            end ?? start,
            end is null ? "Give a -StartTime in the past." : "Give an -EndTime later than -StartTime."
        );

    public static ErrorRecord OverlappingPeriods(object reference, object difference) =>
        New(
            new ArgumentException($"The reference ({reference}) and what it is compared with ({difference}) overlap."),
            "OverlappingPeriods",
            ErrorCategory.InvalidArgument,
            reference,
            "Give a -ReferenceEndTime no later than the period that is compared begins, or an earlier "
                + "-ReferenceStartTime."
        );

    public static ErrorRecord NothingBefore(object period) =>
        New(
            new ArgumentException($"Before the period asked for ({period}) there is no time to compare it with."),
            "NothingToCompareWith",
            ErrorCategory.InvalidArgument,
            period,
            "Give a shorter -Last, or a later -StartTime."
        );

    public static ErrorRecord NothingToCompareWith(DateTimeOffset first, DateTimeOffset last) =>
        New(
            new ArgumentException($"The log covers {first:u} to {last:u}: nothing of the reference is in it."),
            "NothingToCompareWith",
            ErrorCategory.InvalidArgument,
            first,
            "Give a shorter -Last, a reference that is in the log, or a log that goes further back."
        );

    public static ErrorRecord TwoPlaces(string hub) =>
        New(
            new ArgumentException("-WorkspaceId and the -ResourceId of a hub name two places to read from."),
            "TwoPlaces",
            ErrorCategory.InvalidArgument,
            hub,
            "Give one of them; the logs of a workspace are those of all hubs in it."
        );

    public static ErrorRecord NoTemporaryFile(TemporaryFileException exception) =>
        New(
            exception,
            "NoTemporaryFile",
            ErrorCategory.WriteError,
            exception.Folder,
            "Free space there, or set the environment variable TMPDIR (TEMP on Windows) to a folder that "
                + "you may write to."
        );

    public static ErrorRecord UnknownErrorCode(string code) =>
        New(
            new ItemNotFoundException($"There is no documented error code or cause '{Excerpt.Of(code)}'."),
            "UnknownErrorCode",
            ErrorCategory.ObjectNotFound,
            code,
            "Run Get-DisconnectSolution without parameters for the codes and causes that there are."
        );

    public static ErrorRecord InvalidDeviceCredentials(FormatException exception, string? target) =>
        New(
            exception,
            "InvalidDeviceCredentials",
            ErrorCategory.InvalidArgument,
            target,
            "Copy the connection string or the key anew from the device's page in the Azure portal, in "
                + "single quotes; give -DeviceId where it is not in there."
        );

    internal static ErrorRecord New(
        Exception exception,
        string id,
        ErrorCategory category,
        object? target,
        string action
    ) =>
        new(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = action },
        };
}
