using System.Diagnostics;
using HubStandIn.FaultLab;
using HubStandIn.Tests.Logs;
using IoTHubDisconnect;
using Xunit.Abstractions;

namespace HubStandIn.Tests.FaultLab;

/// <summary>Real clients suffer, the hub writes its log, and the module must name what was done to them.</summary>
public sealed class FaultLabTests(ITestOutputHelper output)
{
    private const int Runs = 100;
    private const int LeastRight = 95;

    [Fact]
    public async Task The_module_names_the_fault_that_was_injected()
    {
        LabFault[] faults = Enum.GetValues<LabFault>();
        var answers = new List<(LabFault Fault, string Expected, string Given)>();
        var watch = Stopwatch.StartNew();
        for (int seed = 1; seed <= Runs; seed++)
        {
            LabFault fault = faults[seed % faults.Length];
            await using LabRun run = await LabRun.RunAsync(fault, seed);
            answers.Add((fault, run.Label.Cause, Answer(run)));
        }

        foreach (var group in answers.GroupBy(answer => answer.Fault))
            output.WriteLine($"{group.Key,-14} {group.Count(answer => answer.Given == answer.Expected)} of {group.Count()}   {string.Join(", ", group.Where(answer => answer.Given != answer.Expected).Select(answer => answer.Given))}");
        output.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
        Assert.True(answers.Count(answer => answer.Given == answer.Expected) >= LeastRight, "Too many wrong answers; the output has the table.");
    }

    private static string Answer(LabRun run)
    {
        using var log = new ExportedLog(run.Hub);
        LabLabel label = run.Label;
        DisconnectKind kind = label.IsRefusal ? DisconnectKind.Refused : DisconnectKind.Closed;
        return log.Causes.FirstOrDefault(cause => cause.DeviceId == label.DeviceId && cause.Kind == kind && cause.Time >= label.From && cause.Time <= label.Until)?.Cause.ToString()
            ?? "no disconnect";
    }
}
