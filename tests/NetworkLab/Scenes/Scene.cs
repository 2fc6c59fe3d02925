using HubStandIn;
using HubStandIn.Clocks;
using HubStandIn.Registry;
using NetworkLab.Clients;
using NetworkLab.Faults;
using NetworkLab.Network;

namespace NetworkLab.Scenes;

/// <summary>A hub with its devices and their sites, at the lab's pace.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMinutes(5);

    private readonly LabNetwork _network;
    private readonly FastClock _clock;
    private readonly DirectoryInfo _programs;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private readonly List<Site> _sites = [];
    private readonly List<LabDevice> _devices = [];

    private Scene(LabNetwork network, FastClock clock, StandInHub hub, int seed, DirectoryInfo folder)
    {
        (_network, _clock, Hub, _random) = (network, clock, hub, new Random(seed));
        _programs = folder.CreateSubdirectory("programs");
        Began = clock.GetUtcNow();
    }

    public StandInHub Hub { get; }

    /// <summary>UTC; when the hub's clock showed what the machine's did.</summary>
    public DateTimeOffset Began { get; }

    public double Speed => _network.Times.Speed;

    /// <summary>UTC by the hub's clock.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    public IReadOnlyList<LabDevice> Devices
    {
        get
        {
            lock (_gate)
                return [.. _devices];
        }
    }

    /// <summary>Opens a hub at an address of its own, with the ports that hubs have.</summary>
    public static async Task<Scene> OpenAsync(LabNetwork network, int seed, DirectoryInfo folder)
    {
        var (name, address) = await network.AddHubAsync();
        var clock = new FastClock(network.Times.Speed);
        var hub = await StandInHub.StartAsync(
            new StandInHubOptions
            {
                HubName = name[..name.IndexOf('.')],
                HostName = name,
                Address = address,
                MqttPort = 8883,
                AmqpPort = 5671,
                HttpsPort = 443,
                Clock = clock,
            }
        );
        return new Scene(network, clock, hub, seed, folder);
    }

    /// <summary>A span between two limits.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most)
    {
        lock (_gate)
            return least + ((most - least) * _random.NextDouble());
    }

    /// <summary>Lets time pass on the hub's clock.</summary>
    public Task WaitAsync(TimeSpan span) => Task.Delay(_clock.Real(span));

    /// <summary>Waits until all are connected.</summary>
    public async Task ConnectedAsync(IReadOnlyList<LabDevice> devices)
    {
        for (var began = DateTime.UtcNow; devices.FirstOrDefault(device => !device.IsConnected) is { } missing; )
        {
            if (DateTime.UtcNow - began > Patience)
                throw new TimeoutException($"{missing.Client.Name} does not connect: {LogOf(missing.Identity)}");
            await Task.Delay(Glance);
        }
    }

    /// <summary>Where a device's program says what it has to say.</summary>
    public string LogOf(HubIdentity identity) => Path.Combine(_programs.FullName, $"{identity.DeviceId}.txt");

    /// <summary>Another device at a place of a site, of a new identity or one that there is.</summary>
    public LabDevice Add(LabClient client, Site site, int place, string id, LabFault? fault = null)
    {
        fault ??= LabFault.None;
        var device = new LabDevice(this, client, site, place, Hub.Registry.Find(id) ?? Hub.Registry.Add(id))
        {
            TokenLifetime = fault.TokenLifetime,
            HasOwnToken = fault.HasOwnToken,
            SendEvery = fault.IsQuiet ? TimeSpan.Zero : BetweenMessages,
        };
        lock (_gate)
            _devices.Add(device);
        return device;
    }

    public async Task<Site> AddSiteAsync(int devices)
    {
        var site = await _network.AddSiteAsync(devices);
        lock (_gate)
            _sites.Add(site);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        _devices.ForEach(device => device.Dispose());
        await Hub.DisposeAsync();
        foreach (var site in _sites)
            await _network.RemoveSiteAsync(site);
    }
}
