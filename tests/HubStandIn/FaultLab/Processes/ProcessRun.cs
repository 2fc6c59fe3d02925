using System.Net;
using System.Text.Json.Nodes;
using HubStandIn.Clocks;
using HubStandIn.Network;

namespace HubStandIn.FaultLab.Processes;

/// <summary>
/// Hours in the life of a dozen devices that are processes with Microsoft's SDK, each with a fault of its own, and in
/// the end one of the hub for all.
/// </summary>
public sealed class ProcessRun : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FirstFault = TimeSpan.FromMinutes(95);
    private static readonly TimeSpan LastFault = TimeSpan.FromMinutes(150);
    private static readonly TimeSpan FaultOfHub = TimeSpan.FromMinutes(190);
    private static readonly TimeSpan End = TimeSpan.FromMinutes(205);
    private static readonly TimeSpan MiddleboxPatience = TimeSpan.FromSeconds(150);

    private readonly PriorityQueue<Func<Task>, DateTimeOffset> _actions = new();
    private readonly List<LabProcess> _processes = [];
    private readonly Dictionary<ProcessFault, LabLabel> _labels = [];
    private readonly ProcessTime _time;
    private readonly Random _random;

    private ProcessRun(StandInHub hub, SteppedClock clock, int seed)
    {
        Hub = hub;
        _random = new Random(seed);
        _time = new ProcessTime(hub, clock, _processes);
        Hub.Https.Fault = PortFault.CutWhenIdle(MiddleboxPatience);
    }

    /// <summary>The hub, with its log.</summary>
    public StandInHub Hub { get; }

    /// <summary>What was done to whom.</summary>
    public IReadOnlyDictionary<ProcessFault, LabLabel> Labels => _labels;

    /// <summary>Lives through it.</summary>
    public static async Task<ProcessRun> RunAsync(int seed)
    {
        var clock = new SteppedClock(Start);
        var run = new ProcessRun(
            await StandInHub.StartAsync(new StandInHubOptions { Clock = clock, HubName = "lab" }),
            clock,
            seed
        );
        foreach (var fault in Enum.GetValues<ProcessFault>())
            run.Plan(fault);
        await Task.WhenAll(
            run._processes.Select(process =>
                process.StartAsync(Start, run.Between(TimeSpan.Zero, TimeSpan.FromMinutes(20)))
            )
        );
        await run.LiveAsync();
        return run;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        await Hub.DisposeAsync();
    }

    internal void In(TimeSpan wait, Func<Task> action) => _actions.Enqueue(action, _time.Now + wait);

    internal TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * _random.NextDouble());

    internal LabProcess Add(string id, JsonObject settings)
    {
        var address = new IPAddress([127, 0, (byte)(_processes.Count + 1), 9]);
        var process = new LabProcess(Hub, Hub.Registry.Find(id) ?? Hub.Registry.Add(id), address, settings);
        _processes.Add(process);
        return process;
    }

    private void Plan(ProcessFault fault)
    {
        var process = Add($"device-{(int)fault + 1}", SettingsFor(fault));
        var injection = new ProcessInjection(this, _time, process);
        var wait = fault switch
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
                await _time.UntilAsync(() => process.IsConnected);
                _labels[fault] = await injection.InjectAsync(fault);
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
        var end = Start + End;
        while (_time.Now < end)
        {
            await _time.StepAsync(_actions.TryPeek(out _, out var at) && at < end ? at : end);
            while (_actions.TryPeek(out var action, out var due) && due <= _time.Now)
            {
                _actions.Dequeue();
                await action();
            }
        }
    }
}
