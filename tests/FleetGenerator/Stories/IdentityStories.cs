using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>More than one client with one identity.</summary>
internal static class IdentityStories
{
    private const double Hour = 3600;

    public static IEnumerable<Story> All =>
        [
            new("two-clients-at-one-address", world => TwoClients(world, false)),
            new("two-clients-at-two-sites", world => TwoClients(world, true)),
            new("a-job-takes-the-identity", Visits),
        ];

    private static void TwoClients(StoryWorld world, bool elsewhere)
    {
        foreach (var device in world.Several(2, 5, () => world.Add()))
        {
            ClientIdentity own = device.Client,
                other = Other(world, device, elsewhere);
            double pace = device.Rng.Happens(0.6) ? device.Rng.Between(1, 12) : device.Rng.Between(20, 300),
                from = world.Sometime(),
                give = device.Rng.Pick([0.6, 0.6, 0.95]),
                until = from + device.Rng.Between(20, 400) * pace;
            device.LiveUntil(from);
            while (device.Now < until && device.LiveFor(pace * device.Rng.Between(1 - give, 1 + give)))
                device.TakenOver(device.Client == own ? other : own, Cause.DuplicateIdentity);
            device.LiveUntil(world.End);
        }
    }

    /// <summary>A job connects with the device's identity now and then, and the device takes it back.</summary>
    private static void Visits(StoryWorld world)
    {
        var mean = world.Rng.Between(0.5, 8) * Hour;
        var byTheClock = world.Rng.Happens(0.5);
        foreach (var device in world.Several(3, 8, () => world.Add()))
        {
            ClientIdentity own = device.Client,
                other = Other(world, device, elsewhere: true);
            var notices = device.Rng.Between(0.5, 20);
            while (device.LiveFor(byTheClock ? mean + device.Rng.Between(0, 3) : 30 + device.Rng.Wait(mean)))
            {
                device.TakenOver(other, Cause.DuplicateIdentity);
                device.LiveFor(notices * device.Rng.Between(0.7, 1.5));
                device.TakenOver(own, Cause.DuplicateIdentity);
            }
        }
    }

    private static ClientIdentity Other(StoryWorld world, StoryDevice device, bool elsewhere) =>
        device.Client with
        {
            MaskedIpAddress = elsewhere ? world.Address() : device.Client.MaskedIpAddress,
            SdkVersion = world.Rng.Happens(0.3)
                ? SdkVersionText.Draw(world.Rng.Pick([SdkName.Python, SdkName.Node, SdkName.DotNet]), false, world.Rng)
                : device.Client.SdkVersion,
        };
}
