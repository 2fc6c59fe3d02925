using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>What befalls all devices behind one address.</summary>
internal static class SiteStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Minute = 60;

    public static IEnumerable<Story> All =>
        [
            new("site-power-cut", PowerCut),
            new("site-line-flaps", LineFlaps),
            new("gateway-loses-its-line", GatewayLine),
        ];

    private static void PowerCut(StoryWorld world)
    {
        for (var site = 0; site < world.Rng.Whole(1, 3); site++)
        {
            var address = world.Address();
            double at = world.Sometime(),
                length = world.Rng.Between(4, 180) * Minute;
            foreach (var device in world.Several(5, 20, () => world.Add(address: address)))
            {
                if (!device.LiveUntil(at + device.Rng.Between(0, 2)))
                    continue;
                var back = at + length + device.Rng.Between(10, 120);
                var noticed = Math.Min(device.HubNotices(), back - device.Now - 1);
                device.LiveNoMore(noticed);
                device.Cut(Cut, Cause.NetworkLost, back - device.Now, Cause.DeviceRestarted);
                device.LiveUntil(world.End);
            }
        }
    }

    private static void LineFlaps(StoryWorld world)
    {
        var address = world.Address();
        double[] times = [.. world.Several(3, 7).Select(_ => world.Rng.Between(0.05, 0.9) * world.End).Order()];
        var length = world.Rng.Between(20, 400);
        foreach (var device in world.Several(4, 14, () => world.Add(address: address)))
        {
            foreach (var at in times)
            {
                if (!device.LiveUntil(at + device.Rng.Between(0, 1.5)))
                    break;
                device.Cut(
                    Cut,
                    Cause.NetworkLost,
                    length * device.Rng.Between(1, 1.15) + device.Retry(),
                    Cause.ConnectionReset
                );
            }
            device.LiveUntil(world.End);
        }
    }

    private static void GatewayLine(StoryWorld world)
    {
        var address = world.Address();
        double[] times = [.. world.Several(2, 6).Select(_ => world.Rng.Between(0.05, 0.9) * world.End).Order()];
        var away = world.Rng.Between(1, 40);
        foreach (
            var device in world.Several(10, 30, () => world.Add(SdkName.DotNet, false, address, 60, Transport.Amqp))
        )
        {
            foreach (var at in times)
            {
                if (!device.LiveUntil(at + device.Rng.Between(0, 0.4)))
                    break;
                device.Cut(Cut, Cause.ConnectionReset, away + device.Rng.Between(0, 1), Cause.NetworkLost);
            }
        }
    }
}
