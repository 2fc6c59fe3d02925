using HubStandIn.FaultLab.Processes;
using HubStandIn.Tests.Logs;

namespace HubStandIn.Tests.FaultLab;

/// <summary>
/// Processes with Microsoft's SDK suffer, the hub writes its log, and the module must name what was done to them.
/// </summary>
public sealed class ProcessLabTests
{
    private const int MostWrong = 1;

    [Fact]
    public async Task The_module_names_what_was_done_to_processes()
    {
        await using var run = await ProcessRun.RunAsync(seed: 1);
        using var module = new ModuleSession();
        var answers = module.Answers(run.Hub, run.Labels.Values);
        string[] wrong =
        [
            .. run
                .Labels.Zip(answers)
                .Where(pair => pair.Second != pair.First.Value.Cause)
                .Select(pair => $"{pair.First.Key}: {pair.Second}"),
        ];
        Assert.Equal(Enum.GetValues<ProcessFault>().Length, answers.Count);
        Assert.True(wrong.Length <= MostWrong, string.Join(Environment.NewLine, wrong));
    }
}
