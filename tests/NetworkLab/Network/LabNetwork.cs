using System.Collections.Concurrent;
using System.Net;

namespace NetworkLab.Network;

/// <summary>
/// The lab's network: hubs and the name server in the middle, each at an address of its own, and sites around them. All
/// addresses are of ranges that are kept for documentation and for tests, and there is no way out.
/// </summary>
internal sealed class LabNetwork(KernelTimes times) : IDisposable
{
    private readonly NameServer _names = new();
    private readonly ConcurrentQueue<byte> _numbers = new(Enumerable.Range(1, 254).Select(number => (byte)number));
    private int _hubs;

    public KernelTimes Times => times;

    /// <summary>Makes the middle. The namespace has to be the lab's own.</summary>
    public async Task StartAsync()
    {
        await Shell.RunAsync(
            $$"""
            ip link set lo up
            ip addr add {{NameServer.Address}}/32 dev lo
            mount -t tmpfs lab /run
            mkdir /run/netns
            printf 'nameserver {{NameServer.Address}}\noptions timeout:1 attempts:2\n' > /run/resolv.conf
            mount --bind /run/resolv.conf /etc/resolv.conf
            {{times.OfHost}}
            """
        );
        _names.Start();
    }

    /// <summary>An address for a hub, and a name that stands for it.</summary>
    public async Task<(string Name, IPAddress Address)> AddHubAsync()
    {
        var number = Interlocked.Increment(ref _hubs);
        var address = new IPAddress([198, 51, 100, (byte)number]);
        var name = $"hub{number}.lab";
        await Shell.RunAsync($"ip addr add {address}/32 dev lo");
        _names.Add(name, address);
        return (name, address);
    }

    /// <summary>A site with so many devices behind its router.</summary>
    public async Task<Site> AddSiteAsync(int devices)
    {
        if (!_numbers.TryDequeue(out var number))
            throw new InvalidOperationException("The lab has no more addresses for sites.");
        var site = new Site(number, devices, this, _names);
        await site.BuildAsync();
        return site;
    }

    /// <summary>Takes a site down, with all that runs in it.</summary>
    public async Task RemoveSiteAsync(Site site)
    {
        await site.RemoveAsync();
        _numbers.Enqueue(site.Number);
    }

    public void Dispose() => _names.Dispose();
}
