using FleetGenerator;
using IoTHubDisconnect.Azure.Tests.Storage;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Net8.Tests.StandIns;

/// <summary>A storage account with a fleet's logs in it, and the same as files.</summary>
internal sealed class FleetStorage : IDisposable
{
    private const string Container = "insights-logs-connections";

    private readonly LogFolder _files = new();
    private readonly LoopbackCertificate _certificate = new();
    private readonly StorageAccount _account = new();
    private AzuriteProcess _azurite = null!;

    public FleetOptions Options { get; } = FleetPresets.All["mixed"](7) with { Devices = 30, Hours = 12 };

    public string Files => _files.PathOf(Container);

    /// <summary>The container's address.</summary>
    public Uri ContainerUri => new(_azurite.Address, $"{_account.Name}/{Container}");

    /// <summary>The same with a signature that lets one read, list and write.</summary>
    public Uri SignedUri => new($"{ContainerUri}?{_account.Sign("rlcw", TimeSpan.FromHours(1))}");

    public HttpClient Http { get; } =
        new(
            new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback =
                    HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            }
        );

    public async Task StartAsync() => _azurite = await AzuriteProcess.StartAsync(_certificate, _account);

    /// <summary>Puts the logs into the container.</summary>
    public async Task FillAsync()
    {
        Fleet.Simulate(Options).WriteLogs(_files.Path);
        var blobs = new BlobService(
            new Uri(_azurite.Address, _account.Name),
            _account.Sign("rwdlac", TimeSpan.FromHours(1)),
            Http
        );
        await blobs.CreateContainerAsync(Container);
        await blobs.UploadFolderAsync(Container, Files);
    }

    public void Dispose()
    {
        _azurite.Dispose();
        Http.Dispose();
        _certificate.Dispose();
        _files.Dispose();
    }
}
