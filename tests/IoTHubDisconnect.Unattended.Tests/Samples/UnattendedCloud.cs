using AzureStandIn;
using AzureStandIn.Logs;
using FleetGenerator;
using FleetGenerator.Logs;
using IoTHubDisconnect.Azure.Tests;
using IoTHubDisconnect.Azure.Tests.Storage;
using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;
using StandInCloud = IoTHubDisconnect.Azure.Tests.Cloud;

namespace IoTHubDisconnect.Unattended.Tests.Samples;

/// <summary>
/// A cloud with two days of a fleet's log, a storage account for reports, and the identity that a runbook has.
/// </summary>
public sealed class UnattendedCloud : StandInCloud, IAsyncLifetime
{
    public const string Container = "reports";

    private readonly LoopbackCertificate _certificate = new();
    private readonly Variables _identity = new();
    private AzuriteProcess _azurite = null!;

    private static FleetOptions Fleet { get; } =
        FleetPresets.Plain(4) with
        {
            Devices = 60,
            Hours = 24,
            Hubs = 1,
            Artefacts = new LogArtefacts(),
        };

    /// <summary>The end of the log.</summary>
    public static DateTimeOffset End => Fleet.Start.AddHours(Fleet.Hours);

    internal HttpClient Http { get; } =
        new(
            new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback =
                    HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            }
        );

    internal StorageAccount Account { get; } = new();

    internal Uri ContainerUri => new($"{_azurite.Address.AbsoluteUri.TrimEnd('/')}/{Account.Name}/{Container}");

    /// <summary>The address of a blob, for who may read it.</summary>
    internal Uri Readable(Uri blob) => new($"{blob}?{Account.Sign("rl", TimeSpan.FromHours(1))}");

    protected override StandInOptions Options =>
        new()
        {
            Limits = new QueryLimits { QueriesPerWindow = int.MaxValue, RetryAfter = 0 },
        };

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _azurite = await AzuriteProcess.StartAsync(_certificate, Account);
        await new BlobService(
            new Uri(_azurite.Address, Account.Name),
            Account.Sign("rwdlac", TimeSpan.FromHours(1)),
            Http
        ).CreateContainerAsync(Container);
        _identity.Set("IDENTITY_ENDPOINT", $"{Azure.Endpoints.AutomationIdentity}");
        _identity.Set("IDENTITY_HEADER", Azure.Options.IdentityHeader);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        _identity.Dispose();
        _azurite.Dispose();
        _certificate.Dispose();
        Http.Dispose();
        await DisposeAsync();
    }

    /// <summary>
    /// A session as a sandbox has it. Its host has no interface; or one that fails at whatever wants to show or ask
    /// something, warnings too.
    /// </summary>
    internal static Session Sandbox(bool warns = false) => new(new HeadlessHost(hasInterface: !warns));

    internal static string Script(string name) => Repository.PathOf($"module/samples/runbooks/{name}");

    protected override void Write(string folder) => global::FleetGenerator.Fleet.Simulate(Fleet).WriteLogs(folder);
}

[CollectionDefinition(nameof(UnattendedCloud))]
public sealed class UnattendedCloudCollection : ICollectionFixture<UnattendedCloud>;
