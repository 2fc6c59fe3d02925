using System.Globalization;
using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>A cmdlet that goes by the causes of disconnects: those that come by pipeline, or those that it resolves from a log.</summary>
public abstract class ResolvingLogCmdlet : LogCmdlet
{
    /// <summary>The lifetime of the devices' SAS tokens, where it is known; else it is found from the sessions.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(LifetimeCompleter))]
    public TimeSpan? TokenLifetime { get; set; }

    /// <summary>The MQTT keep-alive of the devices, where it is not their SDK's default.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(KeepAliveCompleter))]
    public TimeSpan? KeepAlive { get; set; }

    private protected ResolveOptions Options => new() { TokenLifetime = TokenLifetime, KeepAlive = KeepAlive };

    /// <summary>Whether the devices are known better here than where causes were found that come by pipeline.</summary>
    private bool KnowsBetter => TokenLifetime is not null || KeepAlive is not null;

    /// <summary>A cause as it was given, or resolved anew where the devices are known better here.</summary>
    private protected DisconnectCause AsKnown(DisconnectCause given) => KnowsBetter ? Resolve(given.Disconnect) : given;

    /// <summary>How many of the disconnects that came back from elsewhere are resolved here.</summary>
    private protected int CountResolved(PipedCauses piped) => KnowsBetter ? piped.RecalledCount : piped.CauselessCount;

    /// <summary>The words of a cause do not matter here, so that they are in no language of a reader's.</summary>
    private protected DisconnectCause Resolve(DeviceDisconnect disconnect) =>
        DisconnectCause.Resolve(disconnect, Options, CultureInfo.InvariantCulture);
}
