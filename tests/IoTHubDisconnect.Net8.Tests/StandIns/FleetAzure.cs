using FleetGenerator;
using IoTHubDisconnect.Commands;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Net8.Tests.StandIns;

/// <summary>Azure with a fleet's log and metric, and answers that hold no more than a few rows.</summary>
internal sealed class FleetAzure : IDisposable
{
    private readonly LogFolder _folder = new();
    private StandInProgram _program = null!;

    /// <summary>The fleet that wrote the log.</summary>
    public Fleet Fleet { get; } = Fleet.Simulate(FleetPresets.All["mixed"](7) with { Devices = 30, Hours = 12 });

    public string TenantId => _program.Find("tenant");

    public string ClientId => _program.Find("client id");

    /// <summary>What queries know the workspaces by.</summary>
    public IEnumerable<Guid> WorkspaceIds => _program.FindAll("workspace").Select(Guid.Parse);

    /// <summary>The ARM resource ids of the hubs.</summary>
    public string[] HubIds => _program.FindAll("hub");

    public async Task StartAsync()
    {
        Fleet.WriteTo(_folder.Path);
        _program = await StandInProgram.StartAsync("AzureStandIn", "--fleet", _folder.Path, "--rows", "50");
    }

    public void Dispose()
    {
        _program.Dispose();
        _folder.Dispose();
    }

    /// <summary>Signs in with a secret, as the cmdlets do.</summary>
    public IAzureConnection Connect(string? secret = null)
    {
        var signIn = new ServicePrincipalSignIn(ClientId)
        {
            TenantId = TenantId,
            Secret = secret ?? _program.Find("client secret"),
        };
        var cloud = new AzureEnvironment
        {
            Name = "StandIn",
            AuthorityHost = new Uri(_program.Find("Entra")),
            ResourceManager = new Uri(_program.Find("Resource Manager")),
            Logs = new Uri(_program.Find("Logs")),
        };
        return DependencyContext.CreateAzureConnector().Connect(signIn, new TokenHosts(cloud, []));
    }

    /// <summary>The same rows from files.</summary>
    public FleetLog ReadFiles() =>
        FleetLog.Of(
            StreamReading.Read(
                LogFileFinder.Find([_folder.PathOf("insights-logs-connections")], _ => { }),
                _ => { },
                null,
                CancellationToken.None
            ),
            CancellationToken.None
        );
}
