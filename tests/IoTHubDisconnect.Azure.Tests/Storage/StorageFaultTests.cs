using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>Whatever the network and other people do to blobs, no row is lost and none counts twice.</summary>
[Collection(nameof(LogContainers))]
public sealed class StorageFaultTests(LogContainers containers)
{
    private const string Get = "Get-DeviceDisconnect -StorageContainerUri $container -StartTime $start -EndTime $end";
    private const string GetFiled = "Get-DeviceDisconnect $files -StartTime $start -EndTime $end";

    [Theory]
    [InlineData(LogContainers.Fleet, 1)]
    [InlineData(LogContainers.Large, 2)]
    [InlineData(LogContainers.Large, 3)]
    [InlineData(LogContainers.Large, 4)]
    [InlineData(LogContainers.Large, 5)]
    [InlineData(LogContainers.Large, 6)]
    public void Nothing_is_lost_or_doubled_over_a_bad_line(string container, int seed)
    {
        using var session = containers.Open(container);
        var faults = new RandomFaults(seed);
        containers.Proxy.Fault = faults.Choose;

        session.ShouldEqualFiles(Get, GetFiled);

        Assert.True(faults.Count > 3, $"{faults.Count} faults are none to speak of.");
    }

    [Fact]
    public async Task Rows_that_come_while_a_blob_is_read_wait_for_the_next_time()
    {
        var blob = await CopyAsync(
            "growing",
            (name, content) => containers.Blobs.AppendAsync("growing", name, content, create: true)
        );
        using var session = containers.Open("growing");
        session.Run("$null", ("files", Path.Combine(containers.FilesOf(LogContainers.Large), blob))).Clean();
        containers.Proxy.Before = request =>
            request.IsDownload
                ? containers.Blobs.AppendAsync("growing", blob, "{\"time\":\"2026-11-16T00:30:00Z\",\"cat")
                : Task.CompletedTask;
        // A download that breaks when the blob has grown cannot go on where it was.
        var cuts = 0;
        containers.Proxy.Fault = request =>
            request.IsDownload && Interlocked.Increment(ref cuts) <= 2
                ? new ProxyFault { CutAfter = 50 }
                : ProxyFault.None;

        session.ShouldEqualFiles(Get, GetFiled);
    }

    [Theory]
    [InlineData(true, "deleted", false)]
    [InlineData(true, "replaced", true)]
    [InlineData(false, "replaced", true)]
    public async Task A_blob_that_goes_away_is_named_and_the_others_are_read(bool append, string what, bool isThere)
    {
        var container = $"changing-{append}-{isThere}".ToLowerInvariant();
        Task Put(string name, byte[] content) =>
            append
                ? containers.Blobs.AppendAsync(container, name, content, create: true)
                : containers.Blobs.PutBlockBlobAsync(container, name, content);
        var blob = await CopyAsync(container, Put);
        await containers.Blobs.UploadFolderAsync(container, containers.FilesOf(LogContainers.Fleet));
        using var session = containers.Open(container);
        session.Run("$null", ("files", containers.FilesOf(LogContainers.Fleet))).Clean();
        var changes = 0;
        containers.Proxy.Before = async request =>
        {
            // The first part is on its way by then.
            if (request.Offset == 0 || Interlocked.Exchange(ref changes, 1) > 0)
                return;
            // Times of creation are told to the second.
            await Task.Delay(TimeSpan.FromSeconds(1.1));
            await containers.Blobs.DeleteAsync(container, blob);
            if (isThere)
                await Put(blob, new byte[4_000_000]);
        };

        var outcome = session.Run(Get);

        var others = Answers.Of(session.Run(GetFiled));
        Assert.Equal(others, Answers.Of(outcome).Intersect(others));
        var error = Assert.Single(
            outcome.Errors,
            e => e.Exception.Message.Contains("IOTHUBS/LARGE", StringComparison.Ordinal)
        );
        Assert.StartsWith(nameof(LogProblemKind.Unreadable), error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(what, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(blob, error.Exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Makes a container with one large blob.</summary>
    private async Task<string> CopyAsync(string container, Func<string, byte[], Task> put)
    {
        var blob = LogContainers.LargeBlob(0);
        await containers.Blobs.CreateContainerAsync(container);
        await put(blob, await File.ReadAllBytesAsync(Path.Combine(containers.FilesOf(LogContainers.Large), blob)));
        return blob;
    }
}
