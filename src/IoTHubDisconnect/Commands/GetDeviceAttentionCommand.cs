using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Commands;

/// <summary>Gives the devices that are away, and those that need attention, from the pipeline or from a log.</summary>
[Cmdlet(VerbsCommon.Get, "DeviceAttention", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DeviceAttention))]
public sealed class GetDeviceAttentionCommand : FleetLogCmdlet
{
    private const string InputSet = "InputObject";

    private PipedCauses _piped = null!;
    private ReportBuilder _figures = null!;

    /// <summary>What Resolve-DisconnectCause gave; disconnects are resolved on the way.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputSet, ValueFromPipeline = true)]
    [ResolvedCause]
    [FreeText]
    public DisconnectCause[] InputObject { get; set; } = [];

    /// <summary>Times in which devices are meant to be away.</summary>
    [Parameter]
    [PlannedTime]
    [FreeText]
    public PlannedTime[] PlannedTime { get; set; } = [];

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

    /// <summary>The language of the solution and the locale of the links; the session's own where not given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CultureCompleter))]
    public CultureInfo? Culture { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _piped = new PipedCauses(Filter, Options, Cancellation);
        _figures = new ReportBuilder(AttentionScope.OfPiped(Filter) with { Planned = Planned });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (ParameterSetName == InputSet)
            Add(_piped.Take(InputObject));
    }

    private protected override void Finish()
    {
        if (ParameterSetName == InputSet)
        {
            Add(_piped.TakeRest());
            this.WarnOfLostLog(_piped.ResolvedCount);
            Write(_figures, new ReportSource { IsPiped = true });
            return;
        }
        using var log = OpenLog();
        if (log is null)
            return;
        var scope = AttentionScope.Of(log, Filter, Options) with { Planned = Planned };
        var found = log.Visit(new ReportBuilder(scope), Filter, Options, Cancellation);
        WarnOfNothing(log, found.IsQuiet);
        Write(found, ReportSource.Of(log, Filter));
    }

    private PlannedTimes Planned => new(PlannedTime);

    private ResolveOptions Options => new() { TokenLifetime = TokenLifetime, KeepAlive = KeepAlive };

    private void Add(IEnumerable<DisconnectCause> causes)
    {
        foreach (var cause in causes)
            _figures.Visit(new Verdict(cause));
    }

    private void Write(ReportBuilder figures, ReportSource source)
    {
        var language = ReportLanguage.Of(Culture ?? CultureInfo.CurrentUICulture);
        var content = new ReportContent(figures, source, language, title: null, top: 0, Cancellation);
        foreach (var device in content.Devices.All)
            WriteObject(new DeviceAttention(device, language));
        WriteVerbose(Story.Headline(content, language));
    }
}
