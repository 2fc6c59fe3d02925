using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>
/// What a log can tell and what it cannot: whether rows, columns or ends of sessions are missing from it.
/// </summary>
public sealed class DisconnectLogQuality
{
    private const int EnoughClosings = 3;
    private const int EnoughSessions = 20;
    private const double LeastPaired = 0.6;

    /// <summary>Tokens live an hour by default, and some habits show once a day.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(24);

    internal DisconnectLogQuality() { }

    /// <summary>Devices, and modules, that the log has rows of.</summary>
    public int DeviceCount { get; internal init; }

    /// <summary>From the oldest row to the newest.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>Rows that tell of a connection.</summary>
    public long ConnectCount { get; internal init; }

    /// <summary>Rows that tell of a connection's end.</summary>
    public long ClosingCount { get; internal init; }

    /// <summary>Rows that tell of a refused attempt to connect.</summary>
    public long RefusalCount { get; internal init; }

    /// <summary>
    /// Rows of which the log has neither level nor result nor description, so that it does not tell whether they are
    /// errors; none where the log names the results of errors alone, as exports that leave out what is empty do.
    /// </summary>
    public long UntoldCount { get; internal init; }

    /// <summary>Rows that tell of an error, and at most by an HTTP status, such as 404, of which.</summary>
    public long UncodedCount { get; internal init; }

    /// <summary>Rows of the category Connections that tell of something else, which were passed over.</summary>
    public long OtherOperationCount { get; internal init; }

    /// <summary>What they tell of.</summary>
    internal string OtherOperations { get; init; } = "";

    /// <summary>
    /// Files that have as many rows as a portal or service gives at most, so that the rest may be missing.
    /// </summary>
    public int CutFileCount { get; internal set; }

    /// <summary>Files of many rows whose times are whole minutes, as a spreadsheet leaves them.</summary>
    public int CoarseFileCount { get; internal set; }

    /// <summary>
    /// The part of the sessions, 0 to 1, whose begin the log has too, but for each
    /// device's first; null where there are none.
    /// </summary>
    public double? PairedShare => SessionCount == 0 ? null : (double)PairedCount / SessionCount;

    /// <summary>Sessions that ended in the log, but for each device's first.</summary>
    internal long SessionCount { get; init; }

    /// <summary>Those of them whose begin the log has too.</summary>
    internal long PairedCount { get; init; }

    /// <summary>The log has some ends of sessions and no begin: it cannot tell when devices came back.</summary>
    public bool LacksConnects => ConnectCount == 0 && ClosingCount >= EnoughClosings;

    /// <summary>Devices connected anew and the log has no end of a session: rows are missing.</summary>
    public bool LacksClosings => ClosingCount == 0 && ConnectCount - DeviceCount >= EnoughClosings;

    /// <summary>Errors have no code: what tells most causes apart is missing.</summary>
    public bool LacksCodes => UncodedCount >= EnoughClosings;

    /// <summary>Many sessions have an end and no begin: rows are missing.</summary>
    public bool HasGaps => !LacksConnects && SessionCount >= EnoughSessions && PairedShare < LeastPaired;

    /// <summary>Nothing is known to be missing.</summary>
    public bool IsComplete =>
        !LacksConnects
        && !LacksClosings
        && !HasGaps
        && UntoldCount == 0
        && !LacksCodes
        && OtherOperationCount == 0
        && CutFileCount == 0
        && CoarseFileCount == 0;

    /// <summary>What is missing and how to get it, for a person to read; empty where nothing is known to be.</summary>
    public string Warning => string.Join(" ", Remarks());

    /// <summary>
    /// What a complete log of such a length and so few devices does not show, for a person to read; empty where it
    /// shows all that is looked for.
    /// </summary>
    public string Limits => string.Join(" ", Limited());

    /// <summary>It shows neither neighbours nor the hub.</summary>
    internal bool IsOfOneDevice => DeviceCount == 1;

    /// <summary>Too short for what returns by a clock.</summary>
    internal bool IsShort => Duration < LongEnough;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Counted.Of(DeviceCount, "device")} in {DurationText.Of(Duration)}; "
                + $"{Counted.Of(ConnectCount, "connect")}, {Counted.Of(ClosingCount, "closing")}, "
                + $"{Counted.Of(RefusalCount, "refusal")}; "
        )
        + (
            PairedShare is { } share
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{100 * share:0} % of the sessions have both ends in the log."
                )
                : "no session but the devices' first."
        )
        + (Limits.Length == 0 ? "" : " " + Limits);

    private IEnumerable<string> Limited()
    {
        if (IsOfOneDevice)
            yield return "All rows are of one device: whether its neighbours or the hub had trouble as well is not "
                + "known.";
        if (IsShort)
            yield return $"The log covers {DurationText.Of(Duration)}: what returns by the clock of a token or of a "
                + "day shows in a day or more.";
    }

    private IEnumerable<string> Remarks()
    {
        if (UntoldCount > 0)
            yield return $"Of {Counted.Of(UntoldCount, "row")} the log has neither ResultType nor ResultDescription "
                + "nor Level, and so does not tell whether it was an error: no orderly close is sure. Export "
                + "AzureDiagnostics with these columns.";
        if (LacksCodes)
            yield return $"{Counted.Of(UncodedCount, "error")} of the log have no code, and an HTTP status at most: a "
                + "404 may be a closed connection, a device that is not there or a failover. Export AzureDiagnostics "
                + "with ResultType and ResultDescription.";
        if (LacksConnects)
            yield return $"The log has {Counted.Of(ClosingCount, "closing")} and no connects: it cannot tell how "
                + "long sessions lasted and when devices came back. If it was filtered, as by Level == \"Error\", "
                + "export the rows of all levels.";
        if (LacksClosings)
            yield return $"The log has {Counted.Of(ConnectCount, "connect")} and no end of a session: it cannot tell "
                + "of disconnects. If it was filtered, as by OperationName == \"deviceConnect\", export the rows of "
                + "all operations.";
        if (HasGaps)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Only {100 * PairedShare:0} % of the sessions have both ends in the log: rows are missing. "
            ) + "Export all rows of the category Connections, neither filtered nor sampled.";
        if (CutFileCount > 0)
            yield return $"{Counted.Of(CutFileCount, "file")} ended at a limit of rows (30,000 in the portal, 500,000 "
                + "in the service), so that others may be missing. Export shorter periods.";
        if (CoarseFileCount > 0)
            yield return $"In {Counted.Of(CoarseFileCount, "file")} the times have no seconds, as where Excel saved "
                + "it: how long sessions lasted and how soon devices came back is not known well enough to tell causes "
                + "apart. Export again, and read the export before a spreadsheet saves it.";
        if (OtherOperationCount > 0)
            yield return $"Passed over, as of no connection's begin or end: "
                + $"{Counted.Of(OtherOperationCount, "row")} of other operations ({OtherOperations}).";
    }
}
