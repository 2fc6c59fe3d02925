using System.Management.Automation;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// A cmdlet that has a fleet's log: exported files, a storage container, or a log that can be queried.
/// </summary>
public abstract partial class FleetLogCmdlet : CancellableCmdlet
{
    private static readonly TimeSpan UsualPeriod = TimeSpan.FromHours(24);

    private readonly SourceChoice _choice;
    private readonly AzureWork _azure;
    private readonly LogProblems _problems;
    private TimePeriod? _period;

    private protected FleetLogCmdlet()
    {
        _azure = new AzureWork(this);
        _choice = new SourceChoice(this, _azure);
        _problems = new LogProblems(this, _choice.Names);
    }

    /// <summary>Checks what no single parameter can.</summary>
    protected override void BeginProcessing()
    {
        if (Last is not null && StartTime is not null)
            ThrowTerminatingError(Errors.TwoStarts());
        if (StartTime is { } start && EndTime is { } end && end <= start)
            ThrowTerminatingError(Errors.EmptyPeriod(start, end));
    }

    /// <summary>Collects what to read; reading begins when all is known.</summary>
    protected override void ProcessRecord() => _choice.Collect();

    /// <summary>Reads the log and gives what the cmdlet is for.</summary>
    protected sealed override void EndProcessing()
    {
        try
        {
            Finish();
        }
        catch (TemporaryFileException exception)
        {
            ThrowTerminatingError(Errors.NoTemporaryFile(exception));
        }
    }

    private protected abstract void Finish();

    /// <summary>Whether the source is the hub that is given by its name.</summary>
    internal virtual bool IsHubByName => ParameterSetName == HubNameSet;

    /// <summary>Hubs beside those of the parameters here.</summary>
    private protected void AddHubs(IEnumerable<string> resourceIds) => _choice.AddHubs(resourceIds);

    /// <summary>What kept parts of the log from being read.</summary>
    private protected IReadOnlyList<LogProblem> Problems => _problems.All;

    private protected DisconnectFilter Filter
    {
        get
        {
            var hubs = _choice.IsOfFiles ? HubName : null;
            return new()
            {
                IsWanted = DeviceId is null && hubs is null ? null : Match(hubs ?? ["*"], DeviceId ?? ["*"]),
                ErrorCodes = ErrorCode,
                Start = _period?.Start ?? StartTime,
                End = _period?.End ?? EndTime,
                Last = _period is null ? Last : null,
            };
        }
    }

    /// <summary>The period that is asked for of a log that goes on.</summary>
    internal TimePeriod AskedPeriod()
    {
        var end = EndTime ?? DateTimeOffset.UtcNow;
        if (StartTime is null && Last is null)
            WriteVerbose(
                $"No period was given: the {UsualPeriod.TotalHours:0} hours up to {end.UtcDateTime:u} are reported."
            );
        var period = StartTime is { } start ? new TimePeriod(start, end) : TimePeriod.UpTo(end, Last ?? UsualPeriod);
        if (period.Length <= TimeSpan.Zero)
            ThrowTerminatingError(Errors.EmptyPeriod(period.Start, EndTime));
        return period;
    }

    /// <summary>
    /// Reads what was collected and says what came of it; null where there is nothing to read, or nobody may.
    /// </summary>
    /// <param name="period">What to read in the place of the period asked for; files are read whole.</param>
    private protected FleetLog? OpenLog(TimePeriod? period = null)
    {
        try
        {
            if (_choice.Choose(period) is not { } source)
                return null;
            var log = Open(source);
            _problems.Complete(hasRows: log is not { RowCount: 0 });
            if (log is null)
                return null;
            _period = source.Period;
            if (source is QuerySource query)
                AzureSession.Current?.Remember(query.Targets);
            WriteVerbose(log.Describe());
            var why =
                log.RowCount == 0
                    ? _azure.Wait(source.WhyNoRowsAsync)
                    : _azure.Wait(call => source.WhatIsGoneAsync(log.FirstRow, call));
            if (why is not null)
                WriteWarning(why);
            SeenFleet.Latest = new SeenFleet([.. log.HubNames], [.. log.DeviceIds]);
            WriteVerbose($"The log: {log.Quality}");
            if (!log.Quality.IsComplete)
                _problems.Add(new LogProblem(LogProblemKind.Incomplete, "", 0, log.Quality.Warning));
            return log;
        }
        catch (AzureException exception)
        {
            WriteError(exception.ToErrorRecord());
            return null;
        }
    }

    /// <summary>Says why there may be nothing to report, where rows were read and nothing was found.</summary>
    private protected void WarnOfNothing(FleetLog log, bool isEmpty)
    {
        if (isEmpty && log.RowCount > 0)
            WriteWarning(log.DescribeNothing(Filter, Cancellation));
    }

    private FleetLog? Open(ILogSource source)
    {
        var progress = new ReadProgress(this);
        try
        {
            return _azure.Wait(call =>
                FleetLog.OpenAsync(
                    source,
                    _choice.Evidence,
                    new SourceReading(
                        call,
                        problem => _azure.OnPipeline(() => _problems.Add(problem)),
                        failure => _azure.OnPipeline(() => WriteError(failure.ToErrorRecord())),
                        state => _azure.OnPipeline(() => progress.Show(state))
                    )
                )
            );
        }
        finally
        {
            progress.Complete();
        }
    }

    /// <summary>Case matters in the names of devices, and not in those of hubs.</summary>
    private static Func<string, string, bool> Match(string[] hubs, string[] devices)
    {
        var isHub = GivenHubs.Matching(hubs);
        WildcardPattern[] patterns = [.. devices.Select(d => new WildcardPattern(d, WildcardOptions.None))];
        return (hubName, device) => isHub(hubName) && Array.Exists(patterns, p => p.IsMatch(device));
    }
}
