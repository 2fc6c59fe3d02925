using HubStandIn;
using HubStandIn.Network;
using NetworkLab.Clients;
using NetworkLab.Network;
using NetworkLab.Scenes;

namespace NetworkLab.Habits;

/// <summary>
/// When a client tried to connect, in seconds since its connection was reset and the hub's ports were closed.
/// </summary>
internal sealed record RetryTimes(LabClient Client, IReadOnlyList<double> Seconds)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    /// <summary>From one try to the next.</summary>
    public IReadOnlyList<double> Gaps => [.. Seconds.Skip(1).Zip(Seconds, (next, one) => next - one)];

    public static async Task<RetryTimes> MeasureAsync(
        LabNetwork network,
        LabClient client,
        TimeSpan length,
        DirectoryInfo folder
    )
    {
        await using var scene = await Scene.OpenAsync(network, 1, folder);
        var site = await scene.AddSiteAsync(1);
        using var counter = new ConnectCounter(site.Space(0));
        var device = scene.Add(client, site, 0, client.Name);
        device.Start();
        await scene.ConnectedAsync([device]);
        await Task.Delay(Calm);
        HubPort[] ports = [.. Enum.GetValues<HubProtocol>().Select(scene.Hub.Port)];
        var before = counter.Count;
        var began = scene.Now;
        foreach (var port in ports)
            port.Fault = PortFault.Closed;
        foreach (var connection in ports.SelectMany(port => port.Connections))
            connection.Cut(PathCut.Reset);
        List<double> seconds = [];
        while (scene.Now - began < length)
        {
            await Task.Delay(Glance);
            if (counter.Count - before > seconds.Count)
                seconds.Add((scene.Now - began).TotalSeconds);
        }

        return new RetryTimes(client, seconds);
    }
}
