using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Commands;

/// <summary>Writes a report of disconnects and their causes, from the pipeline or straight from a log.</summary>
[Cmdlet(VerbsData.Export, "DisconnectReport", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(DisconnectReport))]
public sealed class ExportDisconnectReportCommand : FleetLogCmdlet
{
    private const string InputSet = "InputObject";

    private PipedCauses _piped = null!;
    private ReportBuilder? _figures;
    private ReportLanguage _language = null!;
    private ReportFile _file = null!;
    private bool _isOfLog;

    /// <summary>What Resolve-DisconnectCause gave; disconnects are resolved on the way.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputSet, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [ResolvedCause]
    [FreeText]
    public DisconnectCause[] InputObject { get; set; } = [];

    /// <summary>
    /// Files and folders of exported logs; wildcards are resolved. Where causes come by pipeline, the file to write, as
    /// with other cmdlets that export.
    /// </summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = PathSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = HubOfPathSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Parameter(Position = 0, ParameterSetName = InputSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [LogPath]
    public override string[] Path { get; set; } = [];

    /// <summary>The file to write. A file that is there is replaced, but never by a report of nothing.</summary>
    [Parameter(ParameterSetName = InputSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PathSet)]
    [Parameter(Position = 1, ParameterSetName = HubOfPathSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = LiteralPathSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ResourceIdSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = HubNameSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WorkspaceSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ClusterSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = StorageSet)]
    [ValidateNotNullOrEmpty]
    [Alias("OutFile")]
    public string? FilePath { get; set; }

    /// <summary>
    /// The form of the report; where not given, by the ending of the file's name, and HTML for any but .md and .csv.
    /// </summary>
    [Parameter]
    [SingleValue<DisconnectReportFormat>]
    public DisconnectReportFormat Format { get; set; }

    /// <summary>The title; the names of the hubs where not given.</summary>
    [Parameter]
    [FreeText]
    public string? Title { get; set; }

    /// <summary>How many outages and devices that need attention are shown in full; an outage counts as one.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    [FreeText]
    public int Top { get; set; } = 10;

    /// <summary>Times in which devices are meant to be away.</summary>
    [Parameter]
    [PlannedTime]
    [FreeText]
    public PlannedTime[] PlannedTime { get; set; } = [];

    /// <summary>The language of the report and the locale of its links; the session's own where not given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CultureCompleter))]
    public CultureInfo? Culture { get; set; }

    /// <summary>Gives the report's file and what it comes to.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

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
        _language = ReportLanguage.Of(Culture ?? CultureInfo.CurrentUICulture);
        if (FilePath is null && Path.Length != 1)
            ThrowTerminatingError(FileErrors.NoReportFile());
        _file = new ReportFile(
            this,
            FilePath ?? Path[0],
            MyInvocation.BoundParameters.ContainsKey(nameof(Format)) ? Format : null
        );
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _isOfLog = ParameterSetName != InputSet;
        if (_isOfLog)
            base.ProcessRecord();
        else
            Add(_piped.Take(InputObject));
    }

    private protected override void Finish()
    {
        if (!_isOfLog)
        {
            Add(_piped.TakeRest());
            this.WarnOfLostLog(_piped.ResolvedCount);
            Write(_figures ?? NewFigures(), new ReportSource { IsPiped = true });
            return;
        }
        using var log = OpenLog();
        if (log is null)
            return;
        var figures = log.Visit(
            new ReportBuilder(AttentionScope.Of(log, Filter, Options) with { Top = Top, Planned = Planned }),
            Filter,
            Options,
            Cancellation
        );
        WarnOfNothing(log, figures.IsQuiet);
        Write(figures, ReportSource.Of(log, Filter) with { Problems = Problems });
    }

    // One path beside a hub's name is the report's own, and the hub is the source. The engine gives it to both
    // parameters.
    internal override bool IsHubByName =>
        base.IsHubByName
        || ParameterSetName == HubOfPathSet && (FilePath is null || Path is [var only] && only == FilePath);

    private ResolveOptions Options => new() { TokenLifetime = TokenLifetime, KeepAlive = KeepAlive };

    private PlannedTimes Planned => new(PlannedTime);

    private ReportBuilder NewFigures() => new(AttentionScope.OfPiped(Filter) with { Top = Top, Planned = Planned });

    private void Add(IEnumerable<DisconnectCause> causes)
    {
        foreach (var cause in causes)
            (_figures ??= NewFigures()).Visit(new Verdict(cause));
    }

    private void Write(ReportBuilder figures, ReportSource source)
    {
        if (figures.IsEmpty && _file.Exists)
        {
            WriteWarning($"'{_file.Path}' is left as it was: there is nothing to report in its place.");
            return;
        }
        var content = new ReportContent(figures, source, _language, Title, Top, Cancellation);
        if (!ShouldProcess(_file.Path, "Write the report"))
            return;
        _file.Write(content, _language);
        WriteVerbose($"{_file.Path}: {Story.Headline(content, _language)}");
        if (PassThru)
            WriteObject(new DisconnectReport(_file.Path, _file.Format, content, _language));
        else if (Audience.IsLooking(this))
            Host.UI.WriteLine(PlainText.Of(Story.Headline(content, _language)));
    }
}
