using System.Management.Automation;
using IoTHubDisconnect.Analysis;

namespace IoTHubDisconnect.Commands;

/// <summary>Sums up the causes of disconnects, from the pipeline or straight from a log.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "DisconnectCause", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DisconnectSummary))]
public sealed class MeasureDisconnectCauseCommand : ResolvingLogCmdlet
{
    private const string InputSet = "InputObject";

    private PipedCauses _piped = null!;
    private SummaryBuilder? _summaries;

    /// <summary>What Resolve-DisconnectCause gave; disconnects are resolved on the way.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputSet, ValueFromPipeline = true)]
    [ResolvedCause]
    [FreeText]
    public DisconnectCause[] InputObject { get; set; } = [];

    /// <summary>What to sum up by.</summary>
    [Parameter]
    public DisconnectGrouping By { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _piped = new PipedCauses(Filter);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        CollectSources();
        if (ParameterSetName != InputSet)
            return;
        _summaries ??= new SummaryBuilder(By, devicesReturn: true);
        Add(_piped.Take(InputObject));
    }

    private protected override void Finish()
    {
        if (ParameterSetName != InputSet)
        {
            using var log = ReadLog();
            if (log is null)
                return;
            _summaries = log.Measure(By, Filter, Options, Cancellation);
            if (_summaries.IsEmpty && log.RowCount > 0)
                WriteWarning(log.DescribeNothing(Filter));
        }
        if (_summaries is null)
            return;
        Add(_piped.TakeRest());
        this.WarnOfLostLog(CountResolved(_piped));
        WriteObject(_summaries.Build(Cancellation).Select(s => s.As($"{By}")), enumerateCollection: true);
    }

    private void Add(IEnumerable<DisconnectCause> causes)
    {
        foreach (var cause in causes)
            _summaries!.Add(AsKnown(cause), TokenLifetime ?? cause.Options.TokenLifetime);
    }
}
