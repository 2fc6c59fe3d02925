using HubStandIn.FaultLab;
using HubStandIn.Tests.Logs;

namespace HubStandIn.Tests.FaultLab;

/// <summary>Devices suffer, the hub writes its log, and the module must name what was done to them.</summary>
public sealed class FaultLabTests : IDisposable
{
    private const int Runs = 100;
    private const int LeastRight = 95;

    private readonly ModuleSession module = new();

    public void Dispose() => module.Dispose();

    [Fact]
    public async Task The_module_names_what_was_done_to_simulated_devices()
    {
        LabFault[] faults = Enum.GetValues<LabFault>();
        var wrong = new List<string>();
        for (int seed = 1; seed <= Runs; seed++)
        {
            LabFault fault = faults[seed % faults.Length];
            await using LabRun run = await LabRun.RunAsync(fault, seed);
            string answer = module.Answers(run.Hub, [run.Label]).Single();
            if (answer != run.Label.Cause)
                wrong.Add($"{fault}, seed {seed}: {answer}");
        }

        Assert.True(Runs - wrong.Count >= LeastRight, string.Join(Environment.NewLine, wrong));
    }
}
