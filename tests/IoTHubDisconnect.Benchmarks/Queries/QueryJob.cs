using System.Globalization;
using IoTHubDisconnect.Benchmarks.Harness;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Benchmarks.Queries;

/// <summary>Asks for a log and sums it up. The peak includes what makes the answers.</summary>
internal static class QueryJob
{
    public static void Run(string[] arguments, Action<string, double> write)
    {
        var rows = long.Parse(arguments[0], CultureInfo.InvariantCulture);
        var azure = new PackedAnswers(rows, int.Parse(arguments[1], CultureInfo.InvariantCulture));
        var request = new LogRequest(
            [new WorkspaceTarget(Guid.Empty)],
            ConnectionQuery.DefaultTable,
            PackedAnswers.Day,
            null
        );
        var cost = Cost.Of(() =>
        {
            var read = QueriedLog.ReadAsync(azure, request, AzureCall.Silent, failure => throw failure, _ => { });
            using var log = FleetLog.Of(read.GetAwaiter().GetResult()!, CancellationToken.None);
            log.Visit(
                new SummaryBuilder(DisconnectGrouping.Cause, devicesReturn: false),
                new DisconnectFilter(),
                ResolveOptions.None,
                CancellationToken.None
            );
            write("rows", log.RowCount);
        });
        write("seconds", cost.Seconds);
        write("bytes", azure.Bytes);
        write("compressed", azure.Compressed);
        write("peak", PeakMemory.Megabytes);
    }
}
