using FleetGenerator;
using FleetGenerator.Benchmark;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.Storage;

[CollectionDefinition(nameof(LogContainers))]
public sealed class LogContainersCollection : ICollectionFixture<LogContainers>;

/// <summary>A storage account with a fleet's logs in it, and the same as files.</summary>
public sealed class LogContainers : IAsyncLifetime
{
    /// <summary>The container that diagnostic settings make; a day of a fleet at two hubs.</summary>
    public const string Fleet = "insights-logs-connections";

    /// <summary>A container with two blobs of several megabytes.</summary>
    public const string Large = "large";

    private const string LargeHub =
        "resourceId=/SUBSCRIPTIONS/8E2F1B7A-6C34-4D0E-9A51-2B7F0C9D4E63/RESOURCEGROUPS/R/PROVIDERS"
        + "/MICROSOFT.DEVICES/IOTHUBS/LARGE";

    private readonly LogFolder _files = new();
    private readonly LoopbackCertificate _certificate = new();
    private readonly HttpClient _http = new(
        new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        }
    );
    private AzuriteProcess _azurite = null!;

    internal StorageAccount Account { get; } = new();

    internal UnsteadyProxy Proxy { get; private set; } = null!;

    internal BlobService Blobs { get; private set; } = null!;

    /// <summary>A signature that lets one read and list.</summary>
    internal string Sas { get; private set; } = "";

    /// <summary>The folder with the files of a container.</summary>
    internal string FilesOf(string container) => _files.PathOf(container);

    /// <summary>The address of a container or a folder, with a signature or without.</summary>
    internal string UriOf(string container, string? sas) =>
        $"{Proxy.Address}{Account.Name}/{container}{(sas is null ? "" : "?" + sas)}";

    internal static string LargeBlob(int hour) => $"{LargeHub}/y=2026/m=11/d=16/h={hour:00}/m=00/PT1H.json";

    public async Task InitializeAsync()
    {
        FleetGenerator
            .Fleet.Simulate(FleetPresets.All["mixed"](7) with { Devices = 60, Hours = 24 })
            .WriteLogs(_files.Path);
        for (var hour = 0; hour < 2; hour++)
            WriteLarge(hour);

        _azurite = await AzuriteProcess.StartAsync(_certificate, Account);
        Proxy = await UnsteadyProxy.StartAsync(_azurite.Address, _http, _certificate);
        Blobs = new BlobService(
            new Uri(_azurite.Address, Account.Name),
            Account.Sign("rwdlac", TimeSpan.FromHours(1)),
            _http
        );
        Sas = Account.Sign("rl", TimeSpan.FromHours(1));
        foreach (var container in new[] { Fleet, Large })
        {
            await Blobs.CreateContainerAsync(container);
            await Blobs.UploadFolderAsync(container, FilesOf(container));
        }
    }

    public async Task DisposeAsync()
    {
        await Proxy.DisposeAsync();
        _azurite.Dispose();
        _http.Dispose();
        _certificate.Dispose();
        _files.Dispose();
    }

    /// <summary>A session that is not signed in; <c>$container</c> and <c>$files</c> say where the rows are.</summary>
    internal Session Open(string container = Fleet)
    {
        Proxy.Calm();
        var session = new Session();
        session
            .Run(
                "$DebugPreference = 'Continue'",
                ("container", UriOf(container, Sas)),
                ("files", FilesOf(container)),
                ("start", "2026-11-16T00:00:00Z"),
                ("end", "2026-11-18T00:00:00Z")
            )
            .Clean();
        return session;
    }

    private void WriteLarge(int hour)
    {
        var path = Path.Combine(FilesOf(Large), LargeBlob(hour));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        new BenchmarkLog(rows: 9_000, devices: 400, seed: hour).WriteTo(file);
    }
}
