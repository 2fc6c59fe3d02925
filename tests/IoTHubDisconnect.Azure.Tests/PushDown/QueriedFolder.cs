using AzureStandIn;
using AzureStandIn.Hosting;
using AzureStandIn.Logs;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;
using IoTHubDisconnect.Sources.Queries;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>Logs as files and in the stand-in, to be read in both ways.</summary>
internal sealed class QueriedFolder : IAsyncDisposable
{
    private readonly LogFolder _folder;
    private readonly StandInAzure _azure;

    private QueriedFolder(LogFolder folder, StandInAzure azure) => (_folder, _azure) = (folder, azure);

    public LogTarget Workspace { get; } = new WorkspaceTarget(Guid.Empty);

    public LogTarget Cluster => new ClusterTarget(_azure.Endpoints.DataExplorer, _azure.Options.Database);

    /// <summary>Queries for packed rows, and how each ended.</summary>
    public IReadOnlyList<RecordedRequest> Queries =>
        [.. _azure.Requests.Where(r => r.Query?.Contains("make_list", StringComparison.Ordinal) == true)];

    /// <summary>Takes the folder over.</summary>
    public static async Task<QueriedFolder> LoadAsync(LogFolder folder, QueryLimits? limits = null)
    {
        var azure = await StandInAzure.StartAsync(new StandInOptions { Limits = limits ?? new QueryLimits() });
        await azure.LoadAsync(folder.Path);
        return new QueriedFolder(folder, azure);
    }

    public FleetLog ReadFiles() => Read(_folder.Path);

    public static FleetLog Read(string path) =>
        FleetLog.Of(
            StreamReading.Read(LogFileFinder.Find([path], _ => { }), _ => { }, null, CancellationToken.None),
            CancellationToken.None
        );

    /// <summary>Reads all that the files have, to their last row.</summary>
    public Task<FleetLog> ReadAsync(LogTarget target, FleetLog files) =>
        ReadAsync(RequestFor(target, files), AzureCall.Silent);

    public static LogRequest RequestFor(LogTarget target, FleetLog files) =>
        new(
            [target],
            ConnectionQuery.DefaultTable,
            new TimePeriod(files.FirstRow, files.LastRow.AddTicks(1)),
            Devices: null
        );

    public async Task<FleetLog> ReadAsync(LogRequest request, AzureCall call)
    {
        _azure.ForgetRequests();
        var rows = await QueriedLog.ReadAsync(
            new DirectConnection(_azure),
            request,
            call,
            failure => throw failure,
            _ => { }
        );
        return FleetLog.Of(rows!, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _azure.DisposeAsync();
        _folder.Dispose();
    }
}
