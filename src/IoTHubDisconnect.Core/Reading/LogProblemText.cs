using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Events;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading;

/// <summary>Puts what went wrong with a file into words: where, what, and what to do about it.</summary>
internal static class LogProblemText
{
    private const string Formats =
        "Give files that a diagnostic setting exported to storage or Event Hubs, or AzureDiagnostics rows exported "
        + "from Log Analytics as CSV or JSON";

    internal static IEnumerable<LogProblem> Of(string path, RangeTally tally)
    {
        if (tally.Failure is { } failure)
            yield return new LogProblem(
                LogProblemKind.Unreadable,
                path,
                tally.FailureLine,
                OfFailure(path, tally.FailureLine, failure),
                failure
            );
        else if (!tally.HasContent && tally.Remarks.Count == 0)
            yield return new LogProblem(
                LogProblemKind.EmptyFile,
                path,
                0,
                $"{path}: the file is empty. If devices connected at that time, check the hub's "
                    + "diagnostic setting and export again."
            );
        foreach (var remark in tally.Remarks)
            yield return new LogProblem(
                remark.Kind,
                path,
                remark.Line,
                $"{Place(path, remark.Line)}: {remark.Detail}."
            );

        if (tally.Events.Count > 0)
            yield return OfRefused(
                path,
                tally.Events,
                $"{Counted.Of(tally.Events.Count, "event")} from here on, of Event Grid or of message routing, tell "
                    + "that devices came or went, but no cause"
            );
        if (tally.Retired.Count > 0)
            yield return OfRefused(
                path,
                tally.Retired,
                $"{Counted.Of(tally.Retired.Count, "row")} from here on are of operations monitoring, which is "
                    + "retired and had no numbers of errors"
            );

        var isBroken = tally.BrokenRows > 0 && tally.Rows + tally.Others.Count == 0;
        if (isBroken && tally.ForeignObjects == tally.BrokenRows)
            yield return new LogProblem(
                LogProblemKind.UnknownFormat,
                path,
                0,
                $"{path}: this is JSON, but none of it is a log row. {Formats}."
            );
        else if (isBroken && tally.Failure is null)
            yield return OfBroken(path, tally.BrokenRows, tally.Problems.First[0]);
        else
            foreach (var problem in OfRows(path, tally.Problems))
                yield return problem;

        if (tally.Others.Count > 0)
            yield return new LogProblem(
                LogProblemKind.OtherCategory,
                path,
                tally.Others.FirstLine,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Place(path, tally.Others.FirstLine)}: {tally.Others.Count:N0} row(s) from here on are of other "
                        + $"categories ({tally.Others.Names}) "
                ) + "and were passed over. Only rows of the category Connections tell of disconnects."
            );
    }

    /// <summary>Rows whose time is wrong, which only all rows together show; null where there are none.</summary>
    internal static LogProblem? OfFarTimes(IReadOnlyList<LogSource> sources, RowEra era)
    {
        if (era.FirstLeft is not { } first)
            return null;
        var path = sources.Count == 1 ? sources[0].Name : "";
        var time = new DateTime(first, DateTimeKind.Utc);
        return new LogProblem(
            LogProblemKind.FarTime,
            path,
            0,
            $"{(path.Length == 0 ? "The log" : path)}: {Counted.Of(era.Left, "row")} left out, with a wrong time, "
                + $"years away from all others: the first at {time:u}. "
                + $"Look for {time:yyyy-MM-dd} in the log to see what wrote it."
        );
    }

    internal static RowProblem OfUnknown(ReadOnlySpan<byte> head) =>
        new(
            LogProblemKind.UnknownFormat,
            0,
            "this is " + (ForeignFile.Describe(head) ?? $"no log in a known format. {Formats}")
        );

    internal static RowProblem? OfDates(WrittenDates? dates)
    {
        if (dates is not ({ IsMixed: true } or { IsGuess: true }))
            return null;
        var taken = dates.IsDayFirst ? "day before month" : "month before day";
        return new RowProblem(
            LogProblemKind.AmbiguousDate,
            0,
            dates.IsMixed
                ? $"some of its dates have the day first and others the month. They were taken as {taken} where "
                    + "both could be. Read the parts one by one, with -DateOrder"
                : $"nothing in it tells whether its dates have the day or the month first. They were taken as {taken}. "
                    + "Say which it is with -DateOrder"
        );
    }

    /// <param name="zone">The zone that the times were taken to be of.</param>
    /// <param name="repeated">Times of the hour that came twice.</param>
    internal static string OfZone(TimeColumnZone zone, long repeated) =>
        $"the times in column '{zone.Column}' are of a zone that the file does not name, "
        + $"and were taken as this machine's ({zone.Zone.Id}). "
        + (
            repeated == 0
                ? "If they were exported elsewhere, set the portal to UTC and export again"
                : $"{Counted.Of(repeated, "time")} may be off by the hour that came twice when its clocks were set "
                    + "back: which of the two it was does not show. Set the portal to UTC and export again"
        );

    private static LogProblem OfRefused(string path, CountedRows rows, string what) =>
        new(
            LogProblemKind.UnknownFormat,
            path,
            rows.FirstLine,
            $"{Place(path, rows.FirstLine)}: {what}. "
                + "Send the category Connections of the hub's diagnostic setting to storage or "
                + "Log Analytics, and export that."
        );

    private static LogProblem OfBroken(string path, long rows, RowProblem first) =>
        new(
            LogProblemKind.NoReadableRow,
            path,
            first.Line,
            string.Create(CultureInfo.InvariantCulture, $"{path}: none of its rows could be read ({rows:N0}). ")
                + $"Line {first.Line}: {first.Detail}; {NextStep(first.Kind)}."
        );

    private static IEnumerable<LogProblem> OfRows(string path, RowProblems problems)
    {
        foreach (var problem in problems.First)
            yield return new LogProblem(
                problem.Kind,
                path,
                problem.Line,
                $"{Place(path, problem.Line)}: {problem.Detail}. {problem.Outcome}; {NextStep(problem.Kind)}."
            );
        if (problems.More > 0)
            yield return new LogProblem(
                LogProblemKind.BrokenRow,
                path,
                problems.LastLine,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Place(path, problems.LastLine)}: {problems.More:N0} more place(s) up to here could not be read. "
                ) + "If rows should be there, export the file again."
            )
            {
                Count = problems.More,
            };
    }

    private static string NextStep(LogProblemKind kind) =>
        kind switch
        {
            LogProblemKind.InvalidTime =>
                "times are expected like 2026-11-16T01:58:36.779Z; a spreadsheet that saved the file may have changed "
                    + "them",
            LogProblemKind.IncompleteRow =>
                "if it should be a row of the category Connections, export it with all its columns",
            LogProblemKind.RowTooLong => "see whether the file lost its line breaks, and export it again",
            _ => "if it should be whole, export the file again",
        };

    private static string OfFailure(string path, long line, Exception failure)
    {
        if (failure is AzureException)
            return line == 0 ? failure.Message : $"{failure.Message} The rows before were read.";
        var what = failure switch
        {
            FileNotFoundException or DirectoryNotFoundException =>
                "the file is not there any more. See whether something moved it, and run the command again",
            UnauthorizedAccessException =>
                "access is denied. Grant your account read permission, or copy the file to a place where you have it",
            EndOfStreamException => "the compressed data are cut off. Copy or download the file again",
            InvalidDataException => "the compressed data are damaged. Copy or download the file again",
            _ => failure.Message.TrimEnd('.') + ". See whether the file can be opened, and run the command again",
        };
        return line == 0 ? $"{path}: {what}." : $"{Place(path, line)}: {what}. The rows before were read.";
    }

    private static string Place(string path, long line) => line == 0 ? path : $"{path}, line {line}";
}
