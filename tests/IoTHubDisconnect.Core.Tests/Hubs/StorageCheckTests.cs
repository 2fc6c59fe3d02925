using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.LoggingChecks;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Tests.Hubs;

/// <summary>What is said of a storage account that the logs are sent to.</summary>
public sealed class StorageCheckTests
{
    private const string HubId =
        "/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/r/providers/Microsoft.Devices"
        + "/IotHubs/contoso";

    [Theory]
    [InlineData("blobs of today", "Passed")]
    [InlineData("blobs of last week", "Warning")]
    [InlineData("no blob", "Warning")]
    [InlineData(nameof(AzureErrorKind.ContainerNotFound), "Warning")]
    [InlineData(nameof(AzureErrorKind.AccessDenied), "Failed")]
    [InlineData(nameof(AzureErrorKind.NetworkRestricted), "Failed")]
    [InlineData("account may not be looked up", "Warning")]
    [InlineData("account is gone", "Failed")]
    public void Tells_whether_the_container_can_be_read(string container, string state)
    {
        var findings = new LoggingFindings(HubName.Of(HubId), CultureInfo.InvariantCulture)
        {
            Sending = [new DiagnosticSetting("s", true, true, null, "/a/logs", null, null)],
        };
        var check = Assert.Single(
            new DestinationCheck().RunAsync(new Azure(container), findings, AzureCall.Silent).ToBlockingEnumerable()
        );
        Assert.Equal(("Storage", state, "/a/logs"), (check.Name, $"{check.State}", check.Destination));
        Assert.EndsWith(".", check.Reason, StringComparison.Ordinal);
        Assert.Equal(state == "Passed", check.Fix is null);
    }

    private sealed class Azure(string container) : IAzureConnection, IHubResources, IBlobLogs
    {
        public TokenHosts Hosts => throw new NotSupportedException();

        public SignIn SignIn => throw new NotSupportedException();

        public bool HasSignedIn => true;

        public IHubResources Resources => this;

        public string Name => "https://logs.blob.core.windows.net/insights-logs-connections";

        public IBlobLogs OpenContainer(Uri uri)
        {
            Assert.Equal(Name, uri.AbsoluteUri);
            return this;
        }

        public Task<Uri> GetBlobEndpointAsync(string storageAccountId, AzureCall call) =>
            container switch
            {
                "account may not be looked up" => throw new AzureException(AzureErrorKind.AccessDenied, "No."),
                "account is gone" => throw new AzureException(AzureErrorKind.ResourceNotFound, "Gone."),
                _ => Task.FromResult(new Uri("https://logs.blob.core.windows.net/")),
            };

        public Task<FoundBlobs> FindAsync(BlobLogQuery query, AzureCall call) =>
            Task.FromResult(
                container switch
                {
                    "blobs of today" => new FoundBlobs([new LogSource("PT1H.json", 1, _ => Stream.Null)]),
                    "blobs of last week" => new FoundBlobs(
                        [],
                        DateTimeOffset.UtcNow.AddDays(-9),
                        DateTimeOffset.UtcNow.AddDays(-7)
                    ),
                    "no blob" => new FoundBlobs([]),
                    _ => throw new AzureException(Enum.Parse<AzureErrorKind>(container), "No"),
                }
            );

        public Task<Uri> UploadAsync(string name, Stream content, string contentType, AzureCall call) =>
            throw new NotSupportedException();

        public Task<AzureIdentity> SignInAsync(AzureCall call) => throw new NotSupportedException();

        public Task<string> GetHubTokenAsync(string hostName, AzureCall call) => throw new NotSupportedException();

        public Task<Stream> QueryAsync(LogQuery query, AzureCall call) => throw new NotSupportedException();

        public Task<HubsInSight> FindHubsAsync(HubSearch search, AzureCall call) => throw new NotSupportedException();

        public Task<HubSettings> GetHubAsync(string resourceId, AzureCall call) => throw new NotSupportedException();

        public Task<IReadOnlyList<DiagnosticSetting>> GetDiagnosticSettingsAsync(string resourceId, AzureCall call) =>
            throw new NotSupportedException();

        public SettingRequest NewDiagnosticSetting(string resourceId, string name, LogDestination destination) =>
            throw new NotSupportedException();

        public Task MakeDiagnosticSettingAsync(SettingRequest request, AzureCall call) =>
            throw new NotSupportedException();

        public Task<LogWorkspace> GetWorkspaceAsync(string workspaceId, AzureCall call) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<MetricPoint> GetConnectedDeviceCountAsync(
            string resourceId,
            DateTimeOffset start,
            DateTimeOffset end,
            AzureCall call
        ) => throw new NotSupportedException();

        public Task<IReadOnlyList<HubHealthEvent>> GetHealthAsync(string resourceId, AzureCall call) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<HubHealthEvent>> GetFailoversAsync(
            string resourceId,
            DateTimeOffset start,
            DateTimeOffset end,
            AzureCall call
        ) => throw new NotSupportedException();
    }
}
