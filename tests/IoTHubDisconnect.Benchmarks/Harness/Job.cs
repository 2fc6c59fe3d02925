using System.Globalization;
using IoTHubDisconnect.Benchmarks.Pipeline;
using IoTHubDisconnect.Benchmarks.Queries;
using IoTHubDisconnect.Benchmarks.Reports;
using IoTHubDisconnect.Benchmarks.Routes;
using IoTHubDisconnect.Benchmarks.Speed;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>Measures in a process of its own, and writes each figure with its name.</summary>
internal delegate void Job(string[] arguments, Action<string, double> write);

/// <summary>The jobs by name: this program, started again, runs one of them.</summary>
internal static class Jobs
{
    public const string Verb = "job";

    private static readonly Dictionary<string, Job> Known = new()
    {
        [nameof(MeasureJob)] = MeasureJob.Run,
        [nameof(DuckDbJob)] = DuckDbJob.Run,
        [nameof(PipelineJob)] = PipelineJob.Run,
        [nameof(ReportJob)] = ReportJob.Run,
        [nameof(QueryJob)] = QueryJob.Run,
        [nameof(RoutesJob)] = RoutesJob.Run,
    };

    public static int Run(string[] arguments, TextWriter output)
    {
        Known[arguments[0]]
            (
                arguments[1..],
                (name, value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value:R}"))
            );
        return 0;
    }
}
