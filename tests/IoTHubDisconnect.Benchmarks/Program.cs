using IoTHubDisconnect.Benchmarks;
using IoTHubDisconnect.Benchmarks.Harness;

if (args is [Jobs.Verb, .. var job])
    return Jobs.Run(job, Console.Out);
if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

Report report = new(Console.Out);
report.WriteMachine();
foreach (var benchmark in options.Benchmarks)
    benchmark(options, report);
return 0;
