using System.Collections.Concurrent;
using HubStandIn.FaultLab;
using HubStandIn.Tests.Logs;

namespace HubStandIn.Tests.FaultLab;

/// <summary>Devices suffer, the hub writes its log, and the module must name what was done to them.</summary>
public sealed class FaultLabTests : IDisposable
{
    private const int Runs = 50;
    private const int LeastRight = 48;

    /// <summary>A run mostly waits for packets to pass.</summary>
    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = 4 };

    private readonly ModuleSession _module = new();

    public void Dispose() => _module.Dispose();

    [Fact]
    public async Task The_module_names_what_was_done_to_simulated_devices()
    {
        var faults = Enum.GetValues<LabFault>();
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Runs),
            Together,
            async (seed, _) =>
            {
                var fault = faults[seed % faults.Length];
                await using var run = await LabRun.RunAsync(fault, seed);
                var answer = Answer(run);
                if (answer != run.Label.Cause)
                    wrong.Add($"{fault}, seed {seed}: {answer}");
            }
        );

        Assert.True(Runs - wrong.Count >= LeastRight, string.Join(Environment.NewLine, wrong));
    }

    private string Answer(LabRun run)
    {
        lock (_module)
            return _module.Answers(run.Hub, [run.Label]).Single();
    }
}
