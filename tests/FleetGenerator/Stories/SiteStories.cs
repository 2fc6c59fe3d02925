using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>What befalls all devices behind one address.</summary>
internal static class SiteStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Minute = 60;
    private const double Hour = 3600;

    public static IEnumerable<Story> All =>
        [
            new("site-power-cut", PowerCut),
            new("site-line-flaps", LineFlaps),
            new("router-restarts-by-the-clock", RouterByTheClock) { Hours = 120 },
            new("tunnel-is-set-up-anew", TunnelAnew) { Hours = 96 },
            new("gateway-loses-its-line", GatewayLine),
            new("gateway-restarts", GatewayRestarts),
            new("host-restarts", HostRestarts) { Hours = 96 },
            new("firewall-reloads", FirewallReloads),
            new("carrier-outage", CarrierOutage),
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
        var times = world.Times(3, 7);
        var length = world.Rng.Between(20, 400);
        LoseLine(world.Several(4, 14, () => world.Add(address: address)), times, length, 1.15, world.End);
    }

    /// <summary>Each site's router restarts at its hour, and takes its time.</summary>
    private static void RouterByTheClock(StoryWorld world)
    {
        var period = world.Rng.Pick([8.0, 12, 24, 24, 24]) * Hour;
        for (var site = 0; site < world.Rng.Whole(2, 5); site++)
        {
            var address = world.Address();
            double at = world.Rng.Between(0, period),
                length = world.Rng.Between(35, 300),
                jitter = world.Rng.Between(0.5, 40);
            var times = Every(world, at, period, jitter);
            LoseLine(world.Several(3, 12, () => world.Add(address: address)), times, length, 1.1, world.End);
        }
    }

    /// <summary>
    /// The tunnel that a site's traffic takes is set up anew at an age, and its connections end with the old one.
    /// </summary>
    private static void TunnelAnew(StoryWorld world)
    {
        var age = world.Rng.Pick([1.0, 2, 4, 8, 8, 12, 24]) * Hour * world.Rng.Between(0.96, 1);
        for (var site = 0; site < world.Rng.Whole(1, 4); site++)
        {
            var address = world.Address();
            double first = world.Rng.Between(0, age),
                jitter = world.Rng.Between(1, 120),
                down = world.Rng.Between(4, 90);
            var times = Every(world, first, age, jitter);
            foreach (var device in world.Several(3, 12, () => world.Add(address: address)))
            {
                foreach (var at in times)
                {
                    if (!device.LiveUntil(at + device.Rng.Between(0, 1.2)))
                        break;
                    device.Cut(
                        Cut,
                        Cause.NetworkLost,
                        down * device.Rng.Between(1, 1.15) + device.Retry(),
                        Cause.ConnectionReset
                    );
                }
                device.LiveUntil(world.End);
            }
        }
    }

    private static double[] Every(StoryWorld world, double first, double period, double jitter) =>
        [
            .. Enumerable
                .Range(0, (int)Math.Ceiling((world.End - first) / period))
                .Select(n => first + n * period + world.Rng.Between(0, jitter)),
        ];

    private static void LoseLine(
        IEnumerable<StoryDevice> devices,
        double[] times,
        double length,
        double longest,
        double end
    )
    {
        foreach (var device in devices)
        {
            foreach (var at in times)
            {
                if (!device.LiveUntil(at + device.Rng.Between(0, 1.5)))
                    break;
                device.Lose(length * device.Rng.Between(1, longest), Cause.ConnectionReset);
            }
            device.LiveUntil(end);
        }
    }

    /// <summary>All connections of a gateway's devices are its own, and end with its process.</summary>
    private static void GatewayRestarts(StoryWorld world)
    {
        var address = world.Address();
        var times = world.Times(2, 6);
        double start = world.Rng.Between(20, 120),
            pace = world.Rng.Between(0.05, 0.4);
        var devices = world.Several(10, 30, () => world.Add(SdkName.DotNet, false, address, 60, Transport.Amqp));
        foreach (var (place, device) in devices.Select((device, place) => (place, device)))
        {
            foreach (var at in times)
            {
                if (!device.LiveUntil(at + device.Rng.Between(0, 0.4)))
                    break;
                device.Cut(
                    Cut,
                    Cause.DeviceRestarted,
                    start + place * pace + device.Rng.Between(0, 1),
                    Cause.ConnectionReset,
                    Cause.NetworkLost
                );
            }
        }
    }

    /// <summary>
    /// The site's firewall closes all connections at once, and each client is back with its own retry.
    /// </summary>
    /// <summary>Clients of one host are killed together, and its system closes their connections.</summary>
    private static void HostRestarts(StoryWorld world)
    {
        for (var host = 0; host < world.Rng.Whole(1, 3); host++)
        {
            var address = world.Address();
            var times = world.Rng.Happens(0.3)
                ? Every(world, world.Rng.Between(0, 24) * Hour, 24 * Hour, world.Rng.Between(0, 20))
                : world.Times(2, 7);
            double start = world.Rng.Between(15, 150),
                pace = world.Rng.Between(0, 1.5);
            // A new version is started as soon as it is there; a host that boots takes as long each time.
            var longest = world.Rng.Pick([1.1, 1.1, 6]);
            var sdk = world.Rng.Pick([SdkName.Python, SdkName.Node, SdkName.DotNet, SdkName.Java, SdkName.Raw]);
            // Containers come up again on whichever hosts are left.
            var transport = world.Rng.Happens(0.3) ? Transport.Amqp : Transport.Mqtt;
            string[] others = world.Rng.Happens(0.3) ? [world.Address(), world.Address(), world.Address()] : [];
            var takes = times.Select(_ => start * world.Rng.Between(1, longest)).ToArray();
            foreach (
                var (place, device) in world
                    .Several(4, 20, () => world.Add(sdk, address: address, transport: transport))
                    .Select((device, place) => (place, device))
            )
            {
                foreach (var (at, away) in times.Zip(takes))
                {
                    if (!device.LiveUntil(at + device.Rng.Between(0, 0.8)))
                        break;
                    var back = away + place * pace + device.Rng.Between(0, 1);
                    var moved = device.Client with { MaskedIpAddress = device.Rng.Pick([address, .. others]) };
                    device.End(Cut, Cause.DeviceRestarted, Cause.ConnectionReset);
                    device.LiveNoMore(back);
                    device.Client = moved;
                    device.Connect(anew: true);
                }
                device.LiveUntil(world.End);
            }
        }
    }

    private static void FirewallReloads(StoryWorld world)
    {
        var address = world.Address();
        var times = world.Times(2, 5);
        var length = world.Rng.Happens(0.5) ? 0 : world.Rng.Between(2, 90);
        foreach (var device in world.Several(4, 14, () => world.Add(address: address)))
        {
            foreach (var at in times)
            {
                if (!device.LiveUntil(at + device.Rng.Between(0, 1.3)))
                    break;
                device.Cut(Cut, Cause.ConnectionReset, length + device.Retry());
            }
            device.LiveUntil(world.End);
        }
    }

    /// <summary>A mobile carrier is gone for some minutes; its devices come out at a few addresses.</summary>
    private static void CarrierOutage(StoryWorld world)
    {
        string[] addresses = [.. world.Several(3, 8).Select(_ => world.Address())];
        double at = world.Sometime(),
            length = world.Rng.Between(2, 60) * Minute;
        foreach (var device in world.Several(20, 60, () => world.Add(address: world.Rng.Pick(addresses))))
        {
            if (!device.LiveUntil(at + device.Rng.Between(0, 5)))
                continue;
            device.Lose(length * device.Rng.Between(1, 1.1));
            device.LiveUntil(world.End);
        }
        foreach (var device in world.Several(20, 60, () => world.Add()))
            device.LiveUntil(world.End);
    }

    private static void GatewayLine(StoryWorld world)
    {
        var address = world.Address();
        var times = world.Times(2, 6);
        // They share one connection, and so the hub's patience with it.
        var isLost = world.Rng.Happens(0.6);
        double retry = world.Rng.Between(1, 20),
            longest = world.Rng.Pick([120.0, 1500]);
        var away = times.Select(_ => isLost ? world.Rng.Between(20, longest) : retry).ToArray();
        foreach (
            var device in world.Several(10, 30, () => world.Add(SdkName.DotNet, false, address, 60, Transport.Amqp))
        )
        {
            foreach (var (at, length) in times.Zip(away))
            {
                if (!device.LiveUntil(at + device.Rng.Between(0, 0.4)))
                    break;
                device.Cut(
                    Cut,
                    isLost ? Cause.NetworkLost : Cause.ConnectionReset,
                    length + device.Rng.Between(0, 1),
                    isLost ? [Cause.DeviceRestarted] : [Cause.NetworkLost]
                );
            }
        }
    }
}
