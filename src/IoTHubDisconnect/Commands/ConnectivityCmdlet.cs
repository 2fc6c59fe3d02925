using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using IoTHubDisconnect.Connectivity;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>A cmdlet that connects to hubs: where to, which way, and for how long at most.</summary>
public abstract class ConnectivityCmdlet : CancellableCmdlet
{
    private const int LargestPort = 65535;

    private readonly Dictionary<string, HubSettings?> _asked = [];

    private protected ConnectivityCmdlet() => Azure = new AzureWork(this, () => Environment);

    /// <summary>The protocols to test, side by side; all where none is given.</summary>
    [Parameter]
    [SingleValue<ConnectivityProtocol>(OfEach = true)]
    public ConnectivityProtocol[] Protocol { get; set; } = Enum.GetValues<ConnectivityProtocol>();

    /// <summary>The most that one step may take.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(TimeoutCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The IoT Edge gateway that the device connects to in the hub's place.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [FreeText]
    public string? GatewayHostName { get; set; }

    /// <summary>
    /// The address to connect to, whatever DNS says: that of a private endpoint, say, or of a forwarded port.
    /// </summary>
    [Parameter]
    [FreeText]
    public IPAddress? ConnectTo { get; set; }

    /// <summary>The port for MQTT, where it is forwarded.</summary>
    [Parameter]
    [ValidateRange(1, LargestPort)]
    [FreeText]
    public int MqttPort { get; set; } = HubPorts.Usual.Mqtt;

    /// <summary>The port for AMQP, where it is forwarded.</summary>
    [Parameter]
    [ValidateRange(1, LargestPort)]
    [FreeText]
    public int AmqpPort { get; set; } = HubPorts.Usual.Amqp;

    /// <summary>The port for HTTPS and WebSockets, where it is forwarded.</summary>
    [Parameter]
    [ValidateRange(1, LargestPort)]
    [FreeText]
    public int HttpsPort { get; set; } = HubPorts.Usual.Https;

    /// <summary>Connects by IPv4 only.</summary>
    [Parameter]
    public SwitchParameter IPv4 { get; set; }

    /// <summary>Connects by IPv6 only.</summary>
    [Parameter]
    public SwitchParameter IPv6 { get; set; }

    /// <summary>An HTTP proxy, for WebSockets and HTTPS.</summary>
    [Parameter]
    [FreeText]
    public Uri? Proxy { get; set; }

    /// <summary>The proxy's user.</summary>
    [Parameter]
    [Credential]
    [FreeText]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>
    /// The cloud that a hub given by its bare name is in; where it is not given, the one that is signed in to.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public AzureEnvironment? Environment { get; set; }

    /// <summary>The cloud of hubs.</summary>
    private protected AzureEnvironment Cloud => Azure.Identities.Cloud;

    private protected AzureWork Azure { get; }

    /// <summary>The hosts that are hubs' for sure.</summary>
    private protected TokenHosts Hosts => new(Cloud, AzureSession.Current?.Connection.Hosts.Named ?? []);

    /// <summary>A hub with the names that Azure has for it, where somebody is signed in who may ask.</summary>
    private protected HubHost NamesOf(HubHost host)
    {
        if (!HubName.IsWellFormed(host.Name) || Azure.Identities.FindAsked() is not { } connection)
            return host;
        if (!_asked.TryGetValue(host.Name, out var settings))
        {
            settings = Azure.Wait(call => HubNames.FindAsync(connection.Resources, host.Name, call));
            _asked.Add(host.Name, settings);
            if (settings is null && host.IsGuess)
                WriteWarning(
                    $"Azure does not tell the host name of '{host.Name}', so {host.HostName} is tested. -Verbose tells "
                        + "why. A host name as -HubName is taken as it is."
                );
        }
        return settings is null ? host : host.As(settings);
    }

    /// <summary>A test of a hub by what these parameters say.</summary>
    private protected ConnectivityTest TestOf(HubHost host) =>
        new(host.Name, host.HostName)
        {
            ServiceHostName = host.ServiceHostName,
            GatewayHostName = GatewayHostName ?? host.GatewayHostName,
            Address = ConnectTo,
            Ports = new HubPorts(MqttPort, AmqpPort, HttpsPort),
            Family =
                IPv6 ? AddressFamily.InterNetworkV6
                : IPv4 ? AddressFamily.InterNetwork
                : AddressFamily.Unspecified,
            Proxy = Proxy,
            ProxyCredential = ProxyCredential?.GetNetworkCredential(),
            Protocols = [.. Protocol.Distinct().Order()],
            StepLimit = Timeout,
            Culture = System.Globalization.CultureInfo.CurrentUICulture,
        };
}
