using AzureStandIn;
using FleetGenerator;
using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Cloud;
using IoTHubDisconnect.Logs;
using IoTHubDisconnect.Queries;
using IoTHubDisconnect.Sources;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>A fleet's log as files and in the stand-in, to be summed up in both ways.</summary>
internal sealed class SimulatedFleet : IAsyncDisposable
{
    private readonly LogFolder _folder = new();
    private readonly StandInAzure _azure;
    private readonly TimePeriod _period;
    private readonly FleetLog _files;

    private SimulatedFleet(FleetOptions options, LogFolder folder, StandInAzure azure)
    {
        _folder = folder;
        _azure = azure;
        _period = new TimePeriod(options.Start, options.Start.AddHours(options.Hours));
        _files = FleetLog.Of(
            StreamReading.Read(LogFileFinder.Find([folder.Path], _ => { }), _ => { }, null, CancellationToken.None),
            CancellationToken.None
        );
    }

    public long Rows => _files.RowCount;

    public static async Task<SimulatedFleet> CreateAsync(FleetOptions options, StandInOptions? azureOptions = null)
    {
        var folder = new LogFolder();
        Fleet.Simulate(options).WriteLogs(folder.Path);
        var azure = await StandInAzure.StartAsync(azureOptions);
        await azure.LoadAsync(folder.Path);
        return new SimulatedFleet(options, folder, azure);
    }

    public IReadOnlyList<DisconnectSummary> FromFiles(DisconnectGrouping by, DisconnectFilter? filter = null) =>
        Measure(_files, by, filter);

    /// <summary>The sums of the rows that reading from Azure takes in.</summary>
    public async Task<IReadOnlyList<DisconnectSummary>> FromRowsAsync(DisconnectGrouping by, DisconnectFilter filter)
    {
        var rows = await QueriedLog.ReadAsync(
            new DirectConnection(_azure),
            new LogRequest([new WorkspaceTarget(Guid.Empty)], ConnectionQuery.DefaultTable, PeriodOf(filter), null),
            AzureCall.Silent,
            e => throw e,
            _ => { }
        );
        using var log = FleetLog.Of(rows!, CancellationToken.None);
        return Measure(log, by, filter);
    }

    /// <summary>The sums, and how many rows came for them.</summary>
    public async Task<(IReadOnlyList<DisconnectSummary> Sums, long Rows)> FromEngineAsync(
        DisconnectGrouping by,
        DisconnectFilter? filter = null,
        DeviceSelection? devices = null,
        bool inCluster = false
    )
    {
        LogTarget target = inCluster
            ? new ClusterTarget(_azure.Endpoints.DataExplorer, _azure.Options.Database)
            : new WorkspaceTarget(Guid.Empty);
        var request = new LogRequest([target], ConnectionQuery.DefaultTable, PeriodOf(filter), devices)
        {
            Sum = new SumRequest(by, filter?.ErrorCodes) { RowsToSumUpHere = 0 },
        };
        var rows = await QueriedLog.ReadAsync(
            new DirectConnection(_azure),
            request,
            AzureCall.Silent,
            e => throw e,
            _ => { }
        );
        using var log = FleetLog.Of(rows!, CancellationToken.None);
        return (Measure(log, by, filter), log.RowCount);
    }

    public async ValueTask DisposeAsync()
    {
        _files.Dispose();
        await _azure.DisposeAsync();
        _folder.Dispose();
    }

    private TimePeriod PeriodOf(DisconnectFilter? filter) =>
        new(filter?.Start ?? _period.Start, filter?.End ?? _period.End);

    private IReadOnlyList<DisconnectSummary> Measure(FleetLog log, DisconnectGrouping by, DisconnectFilter? filter)
    {
        var period = PeriodOf(filter);
        return log.Visit(
                new SummaryBuilder(by, devicesReturn: false),
                (filter ?? new DisconnectFilter()) with
                {
                    Start = period.Start,
                    End = period.End,
                },
                ResolveOptions.None,
                CancellationToken.None
            )
            .Build();
    }
}
