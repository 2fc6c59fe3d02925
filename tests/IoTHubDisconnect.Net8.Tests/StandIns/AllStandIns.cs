namespace IoTHubDisconnect.Net8.Tests.StandIns;

/// <summary>All start before the first of them is talked to: .NET looks for new authorities now and then.</summary>
[CollectionDefinition(nameof(AllStandIns))]
public sealed class AllStandIns : ICollectionFixture<AllStandIns>, IAsyncLifetime
{
    internal FleetAzure Azure { get; } = new();

    internal FleetStorage Storage { get; } = new();

    internal TestedHub Hub { get; } = new();

    public async Task InitializeAsync()
    {
        await Task.WhenAll(Azure.StartAsync(), Storage.StartAsync(), Hub.StartAsync());
        await Storage.FillAsync();
    }

    public Task DisposeAsync()
    {
        Azure.Dispose();
        Storage.Dispose();
        Hub.Dispose();
        return Task.CompletedTask;
    }
}
