using System.Management.Automation;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;

namespace IoTHubDisconnect.Commands;

/// <summary>Sums up the causes of disconnects, from the pipeline or straight from a log.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "DisconnectCause", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DisconnectSummary))]
public sealed class MeasureDisconnectCauseCommand : FleetLogCmdlet
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
    [SingleValue<DisconnectGrouping>]
    public DisconnectGrouping By { get; set; }

    /// <summary>
    /// The lifetime of the devices' SAS tokens, where it is known; else it is found from the sessions.
    /// </summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(LifetimeCompleter))]
    public TimeSpan? TokenLifetime { get; set; }

    /// <summary>The MQTT keep-alive of the devices, where it is not their SDK's default.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(KeepAliveCompleter))]
    public TimeSpan? KeepAlive { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _piped = new PipedCauses(Filter, Options, Cancellation);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (ParameterSetName != InputSet)
            return;
        _summaries ??= new SummaryBuilder(By, devicesReturn: true);
        Add(_piped.Take(InputObject));
    }

    private protected override void Finish()
    {
        if (ParameterSetName != InputSet)
        {
            using var log = OpenLog();
            if (log is null)
                return;
            _summaries = log.Visit(new SummaryBuilder(By, devicesReturn: false), Filter, Options, Cancellation);
            WarnOfNothing(log, _summaries.IsEmpty);
        }
        if (_summaries is null)
            return;
        Add(_piped.TakeRest());
        this.WarnOfLostLog(_piped.ResolvedCount);
        WriteObject(_summaries.Build(Cancellation).Select(s => s.As($"{By}")), enumerateCollection: true);
    }

    private void Add(IEnumerable<DisconnectCause> causes)
    {
        foreach (var cause in causes)
            _summaries!.Visit(new Verdict(cause));
    }

    private ResolveOptions Options => new() { TokenLifetime = TokenLifetime, KeepAlive = KeepAlive };
}
