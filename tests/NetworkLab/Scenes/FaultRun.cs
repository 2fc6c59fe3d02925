using NetworkLab.Clients;
using NetworkLab.Faults;
using NetworkLab.Network;

namespace NetworkLab.Scenes;

/// <summary>Half an hour in the life of a hub's devices, and a fault that befalls each of them or all.</summary>
internal sealed class FaultRun(Scene scene, LabFault fault)
{
    private const int Bystanders = 4;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan FirstFault = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan LastFault = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(5);

    /// <summary>Lives through it: what befell whom and when. The hub's log is in the folder then.</summary>
    public static async Task<IReadOnlyList<Ordeal>> RunAsync(
        LabNetwork network,
        LabFault fault,
        IReadOnlyList<LabClient> clients,
        int seed,
        DirectoryInfo folder
    )
    {
        await using var scene = await Scene.OpenAsync(network, seed, folder);
        var ordeals = await new FaultRun(scene, fault).LiveAsync([.. clients.Where(fault.Befalls)]);
        scene.Hub.Export(Path.Combine(folder.FullName, "log"));
        return ordeals;
    }

    private async Task<IReadOnlyList<Ordeal>> LiveAsync(LabClient[] clients)
    {
        var victims = await SettleAsync(clients);
        await Task.WhenAll(victims.Select(victim => fault.Prepare(new Victim(scene, victim))));
        await Task.WhenAll(scene.Devices.Select(StartSoonAsync));
        LabDevice[][] groups = fault.IsForAll
            ?
            [
                [.. victims],
            ]
            : [.. victims.Select(victim => new[] { victim })];
        var begun = await Task.WhenAll(groups.Select(SufferAsync));
        await scene.WaitAsync(Aftermath);
        return
        [
            .. groups.SelectMany(
                (group, index) =>
                    group.Select(victim => new Ordeal(
                        fault,
                        victim.Client,
                        victim.Identity.DeviceId,
                        begun[index],
                        scene.Now
                    ))
            ),
        ];
    }

    /// <summary>Each at a site of its own, or all at one; and others who have no part in it.</summary>
    private async Task<List<LabDevice>> SettleAsync(LabClient[] clients)
    {
        List<LabDevice> victims = [];
        var shared = fault.IsOfSite ? await scene.AddSiteAsync(LabFault.SiteSize) : null;
        for (var i = 0; i < (fault.IsOfSite ? LabFault.SiteSize : clients.Length); i++)
        {
            var client = clients[i % clients.Length];
            var site = shared ?? await scene.AddSiteAsync(1);
            victims.Add(scene.Add(client, site, shared is null ? 0 : i, $"{client.Name}-{i + 1}", fault));
        }

        var quiet = await scene.AddSiteAsync(Bystanders);
        foreach (var place in Enumerable.Range(0, Bystanders))
            scene.Add(new MosquittoClient(), quiet, place, $"bystander-{place + 1}");
        return victims;
    }

    private async Task StartSoonAsync(LabDevice device)
    {
        await scene.WaitAsync(scene.Between(TimeSpan.Zero, LongestStart));
        device.Start();
    }

    /// <summary>Returns when it began.</summary>
    private async Task<DateTimeOffset> SufferAsync(LabDevice[] victims)
    {
        var wait = scene.Between(FirstFault, LastFault) - (scene.Now - scene.Began);
        await scene.WaitAsync(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        await scene.ConnectedAsync(victims);
        var begin = scene.Now;
        await fault.Happen(new Victim(scene, victims[0]));
        return begin - TimeSpan.FromSeconds(1);
    }
}
