using System.Net;
using System.Text.Json.Nodes;
using HubStandIn.Clocks;
using HubStandIn.Network;

namespace HubStandIn.FaultLab.Processes;

/// <summary>Hours in the life of a dozen devices that are processes with Microsoft's SDK, each with a fault of its own, and in the end one of the hub for all.</summary>
public sealed class ProcessRun : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FirstFault = TimeSpan.FromMinutes(95);
    private static readonly TimeSpan LastFault = TimeSpan.FromMinutes(150);
    private static readonly TimeSpan FaultOfHub = TimeSpan.FromMinutes(190);
    private static readonly TimeSpan End = TimeSpan.FromMinutes(205);
    private static readonly TimeSpan MiddleboxPatience = TimeSpan.FromSeconds(150);

    private readonly PriorityQueue<Func<Task>, DateTimeOffset> actions = new();
    private readonly List<LabProcess> processes = [];
    private readonly Dictionary<ProcessFault, LabLabel> labels = [];
    private readonly ProcessTime time;
    private readonly Random random;

    private ProcessRun(StandInHub hub, SteppedClock clock, int seed)
    {
        Hub = hub;
        random = new Random(seed);
        time = new ProcessTime(hub, clock, processes);
        Hub.Https.Fault = PortFault.CutWhenIdle(MiddleboxPatience);
    }

    /// <summary>The hub, with its log.</summary>
    public StandInHub Hub { get; }

    /// <summary>What was done to whom.</summary>
    public IReadOnlyDictionary<ProcessFault, LabLabel> Labels => labels;

    /// <summary>Lives through it.</summary>
    public static async Task<ProcessRun> RunAsync(int seed)
    {
        var clock = new SteppedClock(Start);
        var run = new ProcessRun(
            await StandInHub.StartAsync(new StandInHubOptions { Clock = clock, HubName = "lab" }),
            clock,
            seed
        );
        foreach (ProcessFault fault in Enum.GetValues<ProcessFault>())
            run.Plan(fault);
        await Task.WhenAll(
            run.processes.Select(process =>
                process.StartAsync(Start, run.Between(TimeSpan.Zero, TimeSpan.FromMinutes(20)))
            )
        );
        await run.LiveAsync();
        return run;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (LabProcess process in processes)
            await process.DisposeAsync();
        await Hub.DisposeAsync();
    }

    internal void In(TimeSpan wait, Func<Task> action) => actions.Enqueue(action, time.Now + wait);

    internal TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * random.NextDouble());

    internal LabProcess Add(string id, JsonObject settings)
    {
        var address = new IPAddress([127, 0, (byte)(processes.Count + 1), 9]);
        var process = new LabProcess(Hub, Hub.Registry.Find(id) ?? Hub.Registry.Add(id), address, settings);
        processes.Add(process);
        return process;
    }

    private void Plan(ProcessFault fault)
    {
        LabProcess process = Add($"device-{(int)fault + 1}", SettingsFor(fault));
        var injection = new ProcessInjection(this, time, process);
        TimeSpan wait = fault switch
        {
            ProcessFault.HubFault => FaultOfHub,
            ProcessFault.TokenRenewed or ProcessFault.TokenExpired => Between(
                FirstFault,
                FaultOfHub - ProcessInjection.LongestToken
            ),
            _ => Between(FirstFault, LastFault),
        };
        In(
            wait,
            async () =>
            {
                await time.UntilAsync(() => process.IsConnected);
                labels[fault] = await injection.InjectAsync(fault);
            }
        );
    }

    private static JsonObject SettingsFor(ProcessFault fault) =>
        fault switch
        {
            ProcessFault.TokenExpired => new JsonObject { ["sendEvery"] = 600, ["ownTokenLifetime"] = 3600 },
            ProcessFault.IdleCut => new JsonObject { ["protocol"] = "MqttWs" },
            _ => new JsonObject { ["sendEvery"] = 600 },
        };

    private async Task LiveAsync()
    {
        DateTimeOffset end = Start + End;
        while (time.Now < end)
        {
            await time.StepAsync(actions.TryPeek(out _, out DateTimeOffset at) && at < end ? at : end);
            while (actions.TryPeek(out Func<Task>? action, out DateTimeOffset due) && due <= time.Now)
            {
                actions.Dequeue();
                await action();
            }
        }
    }
}
