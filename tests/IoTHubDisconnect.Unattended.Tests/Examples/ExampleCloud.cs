using AzureStandIn;
using AzureStandIn.Identity;
using AzureStandIn.Logs;
using AzureStandIn.ResourceManager;
using FleetGenerator.Logs;
using HubStandIn;
using HubStandIn.Network;
using IoTHubDisconnect.Azure.Tests;
using StandInCloud = IoTHubDisconnect.Azure.Tests.Cloud;

namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>The Azure that examples speak of: two hubs and their logs, storage, a hub for devices.</summary>
public sealed class ExampleCloud : StandInCloud, IAsyncLifetime
{
    private const string Cluster = "fleet.westeurope.kusto.windows.net";

    private ExampleStorage _storage = null!;
    private PublicNames _names = null!;

    /// <summary>Who signs in as an application, with a secret or a certificate.</summary>
    public ServicePrincipal Application { get; } =
        new()
        {
            ClientId = new Guid("11111111-2222-3333-4444-555555555555"),
            Secret = "examples~secret",
            Certificate = TinyCloud.MakeCertificate(),
        };

    public StandInHub Hub { get; private set; } = null!;

    public IotHub FabrikamProd => Azure.Estate.Hubs.Single(hub => hub.Id.Name == "fabrikam-prod");

    /// <summary>A storage account beside that hub.</summary>
    public StorageAccount Account =>
        new(
            FabrikamProd.Id with
            {
                Type = StorageAccount.Type,
                Name = "fabrikamlogs",
            },
            new Uri("https://fabrikamlogs.blob.core.windows.net/")
        );

    /// <summary>The connection string of a device that is away.</summary>
    public string Device => Hub.ConnectionString(Hub.Registry.Find("press-04")!);

    /// <summary>What PowerShell finds in its environment.</summary>
    internal (string Name, string? Value)[] Variables =>
        [
            ("IDENTITY_ENDPOINT", $"{Azure.Endpoints.AutomationIdentity}"),
            ("IDENTITY_HEADER", Azure.Options.IdentityHeader),
            ("SSL_CERT_DIR", Azure.AuthorityFolder),
            ("HTTPS_PROXY", $"http://127.0.0.1:{_names.Port}"),
            ("NO_PROXY", "127.0.0.1,localhost"),
            ("REPORTS_SAS", _storage.ReportsSignature),
        ];

    protected override StandInOptions Options =>
        new()
        {
            Limits = new QueryLimits { QueriesPerWindow = int.MaxValue, RetryAfter = 0 },
            ServicePrincipals = [Application],
        };

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        foreach (var hub in Azure.Estate.Hubs)
            Count(hub);
        Azure.Estate.Add(Account);
        _storage = await ExampleStorage.StartAsync();
        Hub = await StandInHub.StartAsync(
            new StandInHubOptions
            {
                HubName = "contoso-hub",
                HostName = "contoso-hub.azure-devices.net",
                Azure = Azure,
            }
        );
        foreach (var device in ExampleFleet.OfContoso.Select(row => row.DeviceId).Append("press-04").Distinct())
            Hub.Registry.Add(device);
        // The path bears no silence, so that a search for how much it bears is soon over.
        foreach (var port in new[] { Hub.Mqtt, Hub.Amqp, Hub.Https })
            port.Fault = PortFault.CutWhenIdle(TimeSpan.FromSeconds(4));
        var accounts = _storage.HostNames.Select(name => (name, _storage.Address));
        _names = new PublicNames(accounts.Append((Cluster, Azure.Endpoints.DataExplorer)).ToDictionary());
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _names.DisposeAsync();
        await Hub.DisposeAsync();
        _storage.Dispose();
        await DisposeAsync();
    }

    protected override void Write(string folder) =>
        File.WriteAllLines(System.IO.Path.Combine(folder, "log.json"), ExampleFleet.Rows.Select(RowWriter.ToJson));

    /// <summary>Forty devices, but for a quarter of an hour yesterday.</summary>
    private static void Count(IotHub hub)
    {
        var now = DateTimeOffset.UtcNow;
        var minute = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, TimeSpan.Zero);
        for (var ago = 1; ago <= 8 * 24 * 60; ago++)
            hub.ConnectedDeviceCount[minute.AddMinutes(-ago)] = ago is > 1500 and < 1515
                ? new MetricValue(10, 4, 12)
                : new MetricValue(40, 40, 40);
    }
}

[CollectionDefinition(nameof(ExampleCloud))]
public sealed class ExampleCloudCollection : ICollectionFixture<ExampleCloud>;
