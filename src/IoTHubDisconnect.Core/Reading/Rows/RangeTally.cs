namespace IoTHubDisconnect.Reading.Rows;

/// <summary>What reading a file, or a range of it, came to.</summary>
internal sealed class RangeTally
{
    private const int EnoughRows = 50;
    private const double NearlyAll = 0.9;

    private readonly List<RowProblem> _remarks = [];

    internal long Rows { get; set; }

    /// <summary>Rows whose time is a whole minute, as one in sixty is by chance.</summary>
    internal long WholeMinutes { get; set; }

    internal long BrokenRows { get; private set; }

    /// <summary>How many of the broken rows are sound objects that have nothing of a log row.</summary>
    internal long ForeignObjects { get; private set; }

    /// <summary>Events about the state of devices, which are no log rows.</summary>
    internal CountedRows Events { get; } = new();

    /// <summary>Rows of operations monitoring, which had no numbers of errors and is retired.</summary>
    internal CountedRows Retired { get; } = new();

    /// <summary>The lines of the range.</summary>
    internal long Lines { get; set; }

    internal bool HasContent { get; set; }

    /// <summary>What kept the range from being read to its end.</summary>
    internal Exception? Failure { get; private set; }

    internal long FailureLine { get; private set; }

    internal RowProblems Problems { get; } = new();

    internal OtherRows Others { get; } = new();

    /// <summary>What is to be said about the file as a whole.</summary>
    internal IReadOnlyList<RowProblem> Remarks => _remarks;

    /// <summary>As many rows as Log Analytics gives at most: 30,000 in the portal, 500,000 from the service.</summary>
    internal bool IsCut => Rows + BrokenRows + Others.Count is 30_000 or 500_000;

    /// <summary>Something took the seconds of the times away, as a spreadsheet does that saves what it shows.</summary>
    internal bool IsCoarse => Rows >= EnoughRows && WholeMinutes >= NearlyAll * Rows;

    internal void AddRemark(RowProblem remark)
    {
        if (_remarks.Count < RowProblems.Named)
            _remarks.Add(remark);
    }

    internal void Fail(Exception failure, long line) => (Failure, FailureLine) = (failure, line);

    internal void AddBroken(LogProblemKind kind, long line, string detail, string outcome = RowProblem.RowPassedOver)
    {
        BrokenRows++;
        Problems.Add(new RowProblem(kind, line, detail, outcome));
    }

    internal void AddForeign(long line)
    {
        ForeignObjects++;
        AddBroken(LogProblemKind.IncompleteRow, line, "an object with neither time nor operationName, so no log row");
    }

    internal void Append(RangeTally range)
    {
        Events.Append(range.Events, Lines);
        Retired.Append(range.Retired, Lines);
        Problems.Append(range.Problems, Lines);
        if (range.Others.Count > 0)
            Others.Append(range.Others, Lines);
        foreach (var remark in range.Remarks)
            AddRemark(remark with { Line = remark.Line + Lines });
        if (Failure is null && range.Failure is not null)
            Fail(range.Failure, range.FailureLine + Lines);
        Rows += range.Rows;
        WholeMinutes += range.WholeMinutes;
        BrokenRows += range.BrokenRows;
        ForeignObjects += range.ForeignObjects;
        Lines += range.Lines;
        HasContent |= range.HasContent;
    }
}
