using AzureStandIn.ResourceManager;
using FleetGenerator;

namespace AzureStandIn.Tests;

/// <summary>A stand-in that holds a small fleet.</summary>
public sealed class FleetFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stand-in-fleet-");

    public FleetFixture()
    {
        Fleet = Fleet.Simulate(FleetPresets.All["plain"](7) with { Devices = 40, Hours = 12 });
        Fleet.WriteTo(_folder.FullName);
    }

    public Fleet Fleet { get; }

    public string Folder => _folder.FullName;

    public StandInAzure Azure { get; private set; } = null!;

    public IotHub Hub => Azure.Estate.Hubs[0];

    public async Task InitializeAsync()
    {
        Azure = await StandInAzure.StartAsync(new StandInOptions { Now = Fleet.Rows.Max(row => row.Time) });
        await Azure.LoadAsync(Folder);
    }

    public async Task DisposeAsync()
    {
        await Azure.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
