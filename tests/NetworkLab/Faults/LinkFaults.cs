using IoTHubDisconnect;

namespace NetworkLab.Faults;

/// <summary>Cables and power.</summary>
internal static class LinkFaults
{
    public static IReadOnlyList<LabFault> All { get; } =
    [
        new("unplugged", "the device's cable is out for minutes", CauseName.NetworkLost)
        {
            Happen = async victim =>
            {
                await victim.Site.UnplugAsync(victim.Device.Place);
                await victim.WaitAsync(480, 720);
                await victim.Site.PlugAsync(victim.Device.Place);
            },
        },
        new("flap", "the device's cable is out for half a minute", CauseName.NetworkLost, CauseName.ConnectionReset)
        {
            MayPass = true,
            Open = [CauseName.DeviceRestarted],
            WhyOpen = RouterFaults.ShortOutage,
            Happen = async victim =>
            {
                await victim.Site.UnplugAsync(victim.Device.Place);
                await victim.WaitAsync(20, 40);
                await victim.Site.PlugAsync(victim.Device.Place);
            },
        },
        new("power-lost", "the device loses its power and boots minutes later", CauseName.NetworkLost)
        {
            Open = [CauseName.DeviceRestarted],
            WhyOpen = "the hub hears nothing, then a new connection",
            Happen = async victim =>
            {
                await victim.Site.UnplugAsync(victim.Device.Place);
                victim.Device.Kill();
                await victim.WaitAsync(480, 720);
                await victim.Site.PlugAsync(victim.Device.Place);
                victim.Device.Start();
            },
        },
        new("line-lost", "a site with eight devices loses its line", CauseName.NetworkLost)
        {
            IsOfSite = true,
            Happen = async victim =>
            {
                await victim.Site.LoseLineAsync();
                await victim.WaitAsync(480, 720);
                await victim.Site.RegainLineAsync();
            },
        },
    ];
}
