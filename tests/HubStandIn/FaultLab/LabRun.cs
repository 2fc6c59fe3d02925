using System.Net;
using HubStandIn.Clocks;

namespace HubStandIn.FaultLab;

/// <summary>
/// Hours in the life of a few devices, with one fault whose cause is known. The same seed brings the same run, in
/// moments.
/// </summary>
public sealed class LabRun : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Length = TimeSpan.FromHours(6);

    private readonly LabSchedule _schedule;
    private readonly List<LabDevice> _devices = [];
    private readonly Random _random;

    private LabRun(StandInHub hub, SteppedClock clock, int seed)
    {
        Hub = hub;
        _schedule = new LabSchedule(clock);
        _random = new Random(seed);
        foreach (var sdk in LabSdk.All)
            AddDevice(sdk, $"device-{_devices.Count + 1}").StartIn(TimeSpan.FromMinutes(30 * _random.NextDouble()));
    }

    /// <summary>The hub, with its log.</summary>
    public StandInHub Hub { get; }

    /// <summary>What was done to whom.</summary>
    public LabLabel Label { get; private set; } = null!;

    /// <summary>Lives through it.</summary>
    public static async Task<LabRun> RunAsync(LabFault fault, int seed)
    {
        var clock = new SteppedClock(Start);
        var run = new LabRun(
            await StandInHub.StartAsync(new StandInHubOptions { Clock = clock, HubName = "lab" }),
            clock,
            seed
        );
        run._schedule.In(Length * (0.5 + (0.3 * run._random.NextDouble())), () => run.InjectAsync(fault));
        await run._schedule.RunAsync(Start + Length, run.Look);
        return run;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _devices.ForEach(device => device.Dispose());
        await Hub.DisposeAsync();
    }

    internal static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; !condition(); i++)
        {
            if (i > 10000)
                throw new TimeoutException("The hub did not notice.");
            await Task.Delay(1);
        }
    }

    private async Task InjectAsync(LabFault fault)
    {
        LabSdk[] fitting =
        [
            .. LabSdk.All.Where(sdk =>
                fault switch
                {
                    LabFault.TokenExpired => sdk.RenewAfter is null,
                    LabFault.TokenRenewed => sdk.RenewAfter is not null,
                    _ => true,
                }
            ),
        ];
        var chosen = fitting[_random.Next(fitting.Length)];
        LabDevice device = _devices.Single(device => device.Sdk == chosen);
        await UntilAsync(() => Hub.IsConnected(device.Identity));
        var injection = new LabInjection(
            Hub,
            _schedule,
            device,
            _random,
            () => AddDevice(chosen, device.Identity.DeviceId)
        );
        Label = await injection.InjectAsync(fault);
    }

    private LabDevice AddDevice(LabSdk sdk, string id)
    {
        var address = new IPAddress([127, 0, (byte)(_devices.Count + 1), 9]);
        var device = new LabDevice(
            Hub,
            _schedule,
            sdk,
            Hub.Registry.Find(id) ?? Hub.Registry.Add(id),
            address,
            _random
        );
        _devices.Add(device);
        return device;
    }

    private void Look() => _devices.ForEach(device => device.Look());
}
