using FleetGenerator.Logs;
using IoTHubDisconnect.Azure.Tests.Storage;

namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>The storage accounts that the help speaks of: one with the last day's log, one for reports.</summary>
internal sealed class ExampleStorage : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(1);

    private readonly LoopbackCertificate _certificate = new();
    private readonly StorageAccount _logs = new();
    private readonly StorageAccount _reports = new() { Name = "fabrikamreports" };
    private AzuriteProcess _azurite = null!;

    public Uri Address => _azurite.Address;

    /// <summary>The names that it has in Azure.</summary>
    public IEnumerable<string> HostNames =>
        new[] { _logs, _reports }.Select(account => $"{account.Name}.blob.core.windows.net");

    /// <summary>A shared access signature for the reports.</summary>
    public string ReportsSignature => _reports.Sign("rwcl", Validity);

    public static async Task<ExampleStorage> StartAsync()
    {
        var storage = new ExampleStorage();
        storage._azurite = await AzuriteProcess.StartAsync(storage._certificate, storage._logs, storage._reports);
        using var http = new HttpClient(
            new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback =
                    HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            }
        );
        await storage.Of(storage._reports, http).CreateContainerAsync("reports");
        await WriteAsync(storage.Of(storage._logs, http), "insights-logs-connections");
        return storage;
    }

    public void Dispose()
    {
        _azurite.Dispose();
        _certificate.Dispose();
    }

    private static async Task WriteAsync(BlobService logs, string container)
    {
        await logs.CreateContainerAsync(container);
        var lastDay = ExampleFleet.Rows.Where(row => row.ArrivedAt > DateTimeOffset.UtcNow.AddHours(-27));
        foreach (var file in lastDay.GroupBy(ExportPath.InStorage))
        {
            var blob = Path.GetRelativePath(container, file.Key).Replace('\\', '/');
            var content = string.Concat(file.Select(row => RowWriter.ToJson(row) + "\n"));
            await logs.AppendAsync(container, blob, System.Text.Encoding.UTF8.GetBytes(content), create: true);
        }
    }

    private BlobService Of(StorageAccount account, HttpClient http) =>
        new(new Uri(Address, account.Name), account.Sign("rwdlac", Validity), http);
}
