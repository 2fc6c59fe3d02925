using HubStandIn.FaultLab;
using HubStandIn.FaultLab.Processes;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.FaultLab;

/// <summary>
/// How often the module names what was done to a device of the hub's stand-in, by the log that the stand-in wrote.
/// </summary>
internal static class FaultLabBenchmark
{
    private const int FirstSeed = 101;
    private const int SimulatedRuns = 100;
    private const int ProcessRuns = 5;

    public static void Run(BenchmarkOptions options, Report report)
    {
        using HostedModule module = new();
        module.Import(Checkout.Manifest);
        LabAnswer[] simulated = [.. SimulateAsync(module).GetAwaiter().GetResult()];
        LabAnswer[] processes = [.. RunProcessesAsync(module).GetAwaiter().GetResult()];

        report.WriteHeading(
            $"Fault lab: simulated clients ({Seeds(SimulatedRuns)}), and processes with Microsoft's SDK for "
                + $"Node.js ({Seeds(ProcessRuns)})"
        );
        report.WriteTable(
            ["what was done", "right answer", "simulated clients", "processes"],
            FaultKind
                .All.Select(kind => Row(kind, simulated, processes))
                .Append(["all", "", Figure(simulated), Figure(processes)])
        );
        foreach (var answer in simulated.Concat(processes).Where(answer => !answer.IsRight))
            report.WriteText($"{answer.Fault}: {answer.Given} in place of {answer.Cause}");
    }

    private static async Task<List<LabAnswer>> SimulateAsync(HostedModule module)
    {
        List<LabAnswer> answers = [];
        var faults = Enum.GetValues<LabFault>();
        foreach (var seed in Enumerable.Range(FirstSeed, SimulatedRuns))
        {
            var fault = faults[seed % faults.Length];
            await using var run = await LabRun.RunAsync(fault, seed);
            answers.AddRange(LabAnswer.Ask(module, run.Hub, [(fault, run.Label)]));
        }

        return answers;
    }

    private static async Task<List<LabAnswer>> RunProcessesAsync(HostedModule module)
    {
        List<LabAnswer> answers = [];
        foreach (var seed in Enumerable.Range(FirstSeed, ProcessRuns))
        {
            await using var run = await ProcessRun.RunAsync(seed);
            answers.AddRange(LabAnswer.Ask(module, run.Hub, run.Labels.Select(pair => ((Enum)pair.Key, pair.Value))));
        }

        return answers;
    }

    private static string[] Row(FaultKind kind, LabAnswer[] simulated, LabAnswer[] processes)
    {
        LabAnswer[] clients = [.. simulated.Where(answer => answer.Fault.Equals(kind.Simulated))];
        LabAnswer[] real = [.. processes.Where(answer => answer.Fault.Equals(kind.Process))];
        return [kind.Text, $"`{clients.Concat(real).First().Cause}`", Figure(clients), Figure(real)];
    }

    private static string Seeds(int count) => $"seeds {FirstSeed} to {FirstSeed + count - 1}";

    private static string Figure(LabAnswer[] answers) =>
        answers.Length == 0 ? "" : $"{answers.Count(answer => answer.IsRight)} of {answers.Length}";
}
