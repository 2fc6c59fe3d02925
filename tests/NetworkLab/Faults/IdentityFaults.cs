using System.Security.Cryptography;
using HubStandIn;
using IoTHubDisconnect;
using NetworkLab.Network;
using NetworkLab.Scenes;

namespace NetworkLab.Faults;

/// <summary>Who may sign in, and who does.</summary>
internal static class IdentityFaults
{
    public static IReadOnlyList<LabFault> All { get; } =
    [
        new("twin-beside", "a second program on the device has the same identity", CauseName.DuplicateIdentity)
        {
            Happen = victim => DuplicateAsync(victim, victim.Site, victim.Device.Place),
        },
        new("twin-elsewhere", "a device at another site has the same identity", CauseName.DuplicateIdentity)
        {
            Happen = async victim => await DuplicateAsync(victim, await victim.Scene.AddSiteAsync(1), 0),
        },
        new("disabled", "the identity is disabled", CauseName.DeviceDisabled)
        {
            Happen = async victim =>
            {
                victim.Identity.IsEnabled = false;
                victim.Hub.Drop(victim.Identity, HubWords.Vanished.Codes);
                await victim.WaitAsync(300, 600);
                victim.Identity.IsEnabled = true;
            },
        },
        new("deleted", "the identity is deleted", CauseName.DeviceNotFound)
        {
            Happen = async victim =>
            {
                victim.Hub.Registry.Remove(victim.Identity);
                victim.Hub.Drop(victim.Identity, HubWords.Vanished.Codes);
                await victim.WaitAsync(300, 600);
            },
        },
        new("wrong-key", "the key is changed under the device", CauseName.Unauthorized)
        {
            IsRefusal = true,
            Happen = async victim =>
            {
                var good = victim.Identity.PrimaryKey;
                victim.Identity.PrimaryKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
                await victim.Device.ResetAsync();
                await victim.WaitAsync(300, 600);
                victim.Identity.PrimaryKey = good;
            },
        },
    ];

    private static async Task DuplicateAsync(Victim victim, Site site, int place)
    {
        using var twin = victim.Scene.Add(victim.Device.Client, site, place, victim.Identity.DeviceId);
        twin.Start();
        await victim.WaitAsync(300, 480);
    }
}
