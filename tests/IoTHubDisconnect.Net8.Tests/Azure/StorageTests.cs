using IoTHubDisconnect.Azure.Tests.Storage;
using IoTHubDisconnect.Commands;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Net8.Tests.StandIns;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Net8.Tests.Azure;

/// <summary>Reading logs from a storage account and publishing a report there.</summary>
[Collection(nameof(AllStandIns))]
public sealed class StorageTests(AllStandIns standIns)
{
    private readonly FleetStorage _storage = standIns.Storage;

    private const string Audience = "https://storage.azure.com";

    private DateTimeOffset Start => _storage.Options.Start;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Blobs_give_the_same_disconnects_as_files(bool isSigned)
    {
        var found = await Open(isSigned).FindAsync(BlobLogQuery.ForPeriod(Start, Start.AddDays(1)), AzureCall.Silent);

        using var blobs = FleetLog.Of(
            StreamReading.Read(found.Sources, 4, Fail, null, CancellationToken.None),
            CancellationToken.None
        );
        using var files = FleetLog.Of(
            StreamReading.Read(LogFileFinder.Find([_storage.Files], Fail), Fail, null, CancellationToken.None),
            CancellationToken.None
        );
        Assert.True(found.Sources.Count > 1);
        Assert.Equal(files.RowCount, blobs.RowCount);
        Assert.Equal(Disconnects(files), Disconnects(blobs));
    }

    [Fact]
    public async Task Where_the_hours_have_no_blob_it_tells_which_have()
    {
        var found = await Open(isSigned: true)
            .FindAsync(BlobLogQuery.ForPeriod(Start.AddDays(-9), Start.AddDays(-8)), AzureCall.Silent);

        Assert.Empty(found.Sources);
        Assert.Equal(Start, found.FirstHour);
    }

    [Fact]
    public async Task A_report_can_be_published()
    {
        using var content = new MemoryStream("<p>report</p>"u8.ToArray());

        var uri = await Open(isSigned: true)
            .UploadAsync("weekly/report.html", content, "text/html; charset=utf-8", AzureCall.Silent);

        Assert.Equal($"{_storage.ContainerUri}/weekly/report.html", uri.AbsoluteUri);
        using var answer = await _storage.Http.GetAsync(uri.AbsoluteUri + _storage.SignedUri.Query);
        Assert.Equal(
            ("<p>report</p>", "text/html; charset=utf-8"),
            (await answer.Content.ReadAsStringAsync(), $"{answer.Content.Headers.ContentType}")
        );
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_told()
    {
        var nowhere = new Uri($"{_storage.ContainerUri}-gone{_storage.SignedUri.Query}");

        var failure = await Assert.ThrowsAsync<AzureException>(() =>
            DependencyContext
                .CreateAzureConnector()
                .OpenShared(nowhere)!
                .FindAsync(BlobLogQuery.ForPeriod(Start, Start.AddDays(1)), AzureCall.Silent)
        );

        Assert.Equal(AzureErrorKind.ContainerNotFound, failure.Kind);
    }

    private IBlobLogs Open(bool isSigned)
    {
        var connector = DependencyContext.CreateAzureConnector();
        return isSigned
            ? connector.OpenShared(_storage.SignedUri)!
            : connector
                .Connect(
                    new AccessTokenSignIn([StorageAccount.Token(Audience)]),
                    new TokenHosts(AzureEnvironment.AzureCloud, [_storage.ContainerUri.Host])
                )
                .OpenContainer(_storage.ContainerUri);
    }

    private static string[] Disconnects(FleetLog log) =>
        [
            .. log.Find(new DisconnectFilter())
                .Select(d => $"{d.HubName} {d.DeviceId} {d.Time:O} {d.Kind} {d.ErrorCode}"),
        ];

    private static void Fail(LogProblem problem) => Assert.Fail(problem.Message);
}
