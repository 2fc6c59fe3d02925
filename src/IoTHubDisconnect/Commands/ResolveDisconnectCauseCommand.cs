using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Recall;

namespace IoTHubDisconnect.Commands;

/// <summary>Names the cause of each disconnect.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "DisconnectCause")]
[OutputType(typeof(DisconnectCause))]
public sealed class ResolveDisconnectCauseCommand : CancellableCmdlet
{
    private readonly List<DeviceDisconnect> _alone = [];
    private ResolveOptions _options = ResolveOptions.None;
    private CultureInfo _culture = CultureInfo.InvariantCulture;

    /// <summary>What Get-DeviceDisconnect found; a cause brings its disconnect along, to be resolved anew.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Disconnect")]
    [ValidateNotNull]
    [FreeText]
    [RestoredDisconnect]
    public DeviceDisconnect[] InputObject { get; set; } = [];

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
        _options = new ResolveOptions { TokenLifetime = TokenLifetime, KeepAlive = KeepAlive };
        _culture = Culture ?? CultureInfo.CurrentUICulture;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var disconnect in InputObject)
        {
            TableRow.Refuse(disconnect);
            if (disconnect.IsAlone)
                _alone.Add(disconnect);
            else
                Write(disconnect);
        }
    }

    /// <summary>What came back one by one is known in full when no more come.</summary>
    protected override void EndProcessing()
    {
        this.WarnOfLostLog(_alone.Count);
        foreach (var disconnect in RecalledFleet.Unite(_alone, Cancellation))
            Write(disconnect);
    }

    private void Write(DeviceDisconnect disconnect) =>
        WriteObject(CauseExplainer.Resolve(disconnect, _options, _culture));
}
