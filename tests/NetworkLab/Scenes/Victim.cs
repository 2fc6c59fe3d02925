using HubStandIn;
using HubStandIn.Registry;
using NetworkLab.Network;

namespace NetworkLab.Scenes;

/// <summary>Whom a fault befalls: a device, and through it its site and its hub.</summary>
internal sealed record Victim(Scene Scene, LabDevice Device)
{
    public Site Site => Device.Site;

    public HubIdentity Identity => Device.Identity;

    public StandInHub Hub => Scene.Hub;

    /// <summary>Lets a time between two limits pass on the hub's clock, in seconds.</summary>
    public Task WaitAsync(double least, double most) =>
        Scene.WaitAsync(Scene.Between(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most)));
}
