using HubStandIn;
using HubStandIn.Clocks;
using HubStandIn.Registry;
using NetworkLab.Clients;
using NetworkLab.Faults;
using NetworkLab.Network;

namespace NetworkLab.Scenes;

/// <summary>A hub with its devices and their sites, and a fault that befalls each of them.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private const int Bystanders = 4;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan FirstFault = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan LastFault = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly LabNetwork _network;
    private readonly FastClock _clock;
    private readonly DirectoryInfo _folder;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private readonly List<Site> _sites = [];
    private readonly List<LabDevice> _devices = [];

    private Scene(LabNetwork network, FastClock clock, StandInHub hub, DirectoryInfo folder, int seed)
    {
        (_network, _clock, Hub, _folder, _random) = (network, clock, hub, folder, new Random(seed));
        Began = clock.GetUtcNow();
    }

    public StandInHub Hub { get; }

    /// <summary>UTC; when the hub's clock showed what the machine's did.</summary>
    public DateTimeOffset Began { get; }

    public double Speed => _network.Times.Speed;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Lives through a fault and returns what befell whom and when. The hub's log is in the folder then.</summary>
    public static async Task<IReadOnlyList<Ordeal>> RunAsync(
        LabNetwork network,
        LabFault fault,
        IReadOnlyList<LabClient> clients,
        int seed,
        DirectoryInfo folder
    )
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
        await using var scene = new Scene(network, clock, hub, folder, seed);
        return await scene.LiveAsync(fault, clients);
    }

    /// <summary>A span between two limits.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most)
    {
        lock (_gate)
            return least + ((most - least) * _random.NextDouble());
    }

    /// <summary>Lets time pass on the hub's clock.</summary>
    public Task WaitAsync(TimeSpan span) => Task.Delay(_clock.Real(span));

    /// <summary>Where a device's program says what it has to say.</summary>
    public string LogOf(HubIdentity identity) => Path.Combine(_folder.FullName, "programs", $"{identity.DeviceId}.txt");

    /// <summary>Another device, or the same identity once more, at a place of a site.</summary>
    public LabDevice Add(LabFault fault, LabClient client, Site site, int place, string id)
    {
        var device = new LabDevice(this, client, site, place, Hub.Registry.Find(id) ?? Hub.Registry.Add(id))
        {
            TokenLifetime = fault.TokenLifetime,
            HasOwnToken = fault.HasOwnToken,
            SendEvery = fault.IsQuiet ? TimeSpan.Zero : TimeSpan.FromMinutes(5),
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

    private async Task<IReadOnlyList<Ordeal>> LiveAsync(LabFault fault, IReadOnlyList<LabClient> clients)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "programs"));
        LabDevice[] victims = [.. await SettleAsync(fault, clients.Where(fault.Befalls))];
        await Task.WhenAll(victims.Select(victim => fault.Prepare(new Victim(this, victim))));
        await Task.WhenAll(_devices.Select(StartSoonAsync));
        var ordeals = await Task.WhenAll(
            fault.IsForAll ? [SufferAsync(fault, victims)] : victims.Select(victim => SufferAsync(fault, [victim]))
        );
        await WaitAsync(Aftermath);
        Hub.Export(Path.Combine(_folder.FullName, "log"));
        var end = Now;
        return [.. ordeals.SelectMany(each => each).Select(ordeal => ordeal with { Until = end })];
    }

    /// <summary>Each at a site of its own, or all at one; and others who have no part in it.</summary>
    private async Task<List<LabDevice>> SettleAsync(LabFault fault, IEnumerable<LabClient> clients)
    {
        List<LabDevice> victims = [];
        LabClient[] all = [.. clients];
        var shared = fault.IsOfSite ? await AddSiteAsync(LabFault.SiteSize) : null;
        var count = fault.IsOfSite ? LabFault.SiteSize : all.Length;
        for (var i = 0; i < count; i++)
        {
            var client = all[i % all.Length];
            var id = i < all.Length ? client.Name : $"{client.Name}-{i / all.Length + 1}";
            victims.Add(Add(fault, client, shared ?? await AddSiteAsync(1), shared is null ? 0 : i, id));
        }

        var quiet = await AddSiteAsync(Bystanders);
        foreach (var place in Enumerable.Range(0, Bystanders))
            Add(LabFault.None, new MosquittoClient(), quiet, place, $"bystander-{place + 1}");
        return victims;
    }

    private async Task StartSoonAsync(LabDevice device)
    {
        await WaitAsync(Between(TimeSpan.Zero, LongestStart));
        device.Start();
    }

    private async Task ConnectedAsync(LabDevice[] devices)
    {
        var patience = Now + Aftermath;
        while (Array.Find(devices, device => !device.IsConnected) is { } missing)
        {
            if (Now > patience)
                throw new TimeoutException($"{missing.Client.Name} does not connect: {LogOf(missing.Identity)}");
            await Task.Delay(Glance);
        }
    }

    private async Task<IReadOnlyList<Ordeal>> SufferAsync(LabFault fault, LabDevice[] victims)
    {
        var wait = Between(FirstFault, LastFault) - (Now - Began);
        await WaitAsync(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        await ConnectedAsync(victims);
        var from = Now - TimeSpan.FromSeconds(1);
        await fault.Happen(new Victim(this, victims[0]));
        return [.. victims.Select(victim => new Ordeal(fault, victim.Client, victim.Identity.DeviceId, from, Now))];
    }
}
