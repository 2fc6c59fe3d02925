using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IoTHubDisconnect.Connectivity;

/// <summary>What to test, of which hub, as which device.</summary>
internal sealed record ConnectivityTest(string HubName, string HostName)
{
    /// <summary>
    /// What the registry and methods are reached by, where that is a name of its own; null where not.
    /// </summary>
    public string? ServiceHostName { get; init; }

    /// <summary>The IoT Edge gateway to connect to in the hub's place; null for none.</summary>
    public string? GatewayHostName { get; init; }

    public HubPorts Ports { get; init; } = HubPorts.Usual;

    /// <summary>Where to connect to, whatever DNS says; null to ask DNS.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The version of IP; Unspecified for any.</summary>
    public AddressFamily Family { get; init; } = AddressFamily.Unspecified;

    /// <summary>The HTTP proxy; null for none.</summary>
    public Uri? Proxy { get; init; }

    public NetworkCredential? ProxyCredential { get; init; }

    public IReadOnlyList<ConnectivityProtocol> Protocols { get; init; } = [];

    /// <summary>The most that any one step may take.</summary>
    public TimeSpan StepLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The device; null to test the hub alone.</summary>
    public DeviceIdentity? Device { get; init; }

    /// <summary>What to sign in as the device with; null to stop before.</summary>
    public DeviceProof? Proof { get; init; }

    public SignInConsent Consent { get; init; }

    /// <summary>
    /// Gets the value of the Authorization header for the service's side; null where there is no identity for it.
    /// </summary>
    public Func<CancellationToken, Task<string>>? Authorization { get; init; }

    /// <summary>The direct method to call; null for none.</summary>
    public string? Method { get; init; }

    /// <summary>Which round of several this is, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The reader's language, for the links.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The name of whoever is connected to.</summary>
    public string Host => GatewayHostName ?? HostName;

    /// <summary>The name of the hub's service side.</summary>
    public string ServiceHost => ServiceHostName ?? HostName;

    public override string ToString() => HostName;
}
