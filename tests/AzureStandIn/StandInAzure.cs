using AzureStandIn.Certificates;
using AzureStandIn.Faults;
using AzureStandIn.Fleets;
using AzureStandIn.Hosting;
using AzureStandIn.Identity;
using AzureStandIn.Kql;
using AzureStandIn.Logs;
using AzureStandIn.ResourceManager;

namespace AzureStandIn;

/// <summary>
/// A stand-in for the parts of Azure that this project talks to, on loopback addresses of this machine.
/// </summary>
public sealed class StandInAzure : IAsyncDisposable
{
    private readonly ServiceHost _host;
    private readonly RequestLog _requests = new();
    private readonly KqlEvaluator _evaluator;
    private readonly QueryThrottle _throttle;
    private readonly FleetLoader _loader;

    private StandInAzure(StandInOptions options)
    {
        Options = options;
        _evaluator = new KqlEvaluator(options);
        _throttle = new QueryThrottle(options.Limits);
        _loader = new FleetLoader(Estate, _evaluator);
        var ports = new ServicePorts(options.Port);
        Endpoints = new StandInEndpoints(ports.Uris);
        var audiences = new Audiences(Endpoints, options.ClusterAudience);
        var codec = new TokenCodec();
        Tokens = new TokenIssuer(options, audiences, codec);
        _host = new ServiceHost(
            ports,
            _requests,
            new FaultMiddleware(Faults),
            new TokenGate(codec, audiences, options.TenantId),
            new ServiceRoutes(this, new QueryRunner(options, _throttle, _evaluator), _evaluator)
        );
    }

    /// <summary>What it was started with.</summary>
    public StandInOptions Options { get; }

    /// <summary>Where its services listen.</summary>
    public StandInEndpoints Endpoints { get; }

    /// <summary>The PEM file of the authority behind its certificates, for NODE_EXTRA_CA_CERTS.</summary>
    public string AuthorityPath { get; } = CertificateAuthority.Current.PemPath;

    /// <summary>The folder of that file, for SSL_CERT_DIR of .NET processes on Linux.</summary>
    public string AuthorityFolder => Path.GetDirectoryName(AuthorityPath)!;

    /// <summary>The resources that there are. Loading logs adds their hubs.</summary>
    public Estate Estate { get; } = new();

    /// <summary>Who may do what.</summary>
    public Permissions Permissions { get; } = new();

    /// <summary>Tokens without the token endpoints.</summary>
    public TokenIssuer Tokens { get; }

    /// <summary>Sign-ins by device code.</summary>
    public DeviceCodes DeviceCodes { get; } = new();

    /// <summary>What it does wrong.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The requests answered so far.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _requests.All;

    /// <summary>The most queries that one principal has had under way.</summary>
    public int PeakConcurrentQueries => _throttle.Peak;

    /// <summary>Starts it.</summary>
    public static async Task<StandInAzure> StartAsync(StandInOptions? options = null)
    {
        var azure = new StandInAzure(options ?? new StandInOptions());
        await azure._host.StartAsync();
        return azure;
    }

    /// <summary>
    /// Takes in exported logs: a folder as Azure Monitor makes them in a storage account, or one file with a row a
    /// line.
    /// </summary>
    public Task LoadAsync(string path) => _loader.LoadAsync(path);

    /// <summary>Forgets the requests answered so far.</summary>
    public void ForgetRequests() => _requests.Clear();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _evaluator.DisposeAsync();
    }
}
