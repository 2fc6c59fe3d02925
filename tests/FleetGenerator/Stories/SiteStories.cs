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
            new("firewall-reloads", FirewallReloads),
            new("firewall-breaks-sessions", FirewallBreaks) { Hours = 24 },
            new("access-points-renew-keys", AccessPoints) { Hours = 48 },
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
            var times = world.Every(at, period, jitter);
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
            var times = world.Every(first, age, jitter);
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

    /// <summary>
    /// The site's firewall closes all connections at once, and each client is back with its own retry.
    /// </summary>
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

    /// <summary>
    /// What a site's firewall was set to look into, it breaks off within seconds, until somebody sets it back; the
    /// clients try again as ever, or at a growing pace.
    /// </summary>
    private static void FirewallBreaks(StoryWorld world)
    {
        var address = world.Address();
        double at = world.Rng.Between(2, 12) * Hour,
            until = at + world.Rng.Between(0.5, 8) * Hour,
            shortest = world.Rng.Between(0.2, 4),
            longest = shortest + world.Rng.Between(0.5, 12);
        var pace = world.Rng.Pick([0.0, 5, 10, 30]);
        var cap = world.Rng.Pick([60.0, 120, 240]);
        foreach (var device in world.Several(4, 14, () => world.Add(address: address)))
        {
            if (device.LiveUntil(at + device.Rng.Between(0, 4)))
                device.Cut(Cut, Cause.ConnectionReset, device.Retry(), Cause.NetworkLost);
            for (var tries = 0; device.Now < until && device.LiveFor(device.Rng.Between(shortest, longest)); tries++)
            {
                var waits = pace > 0 ? pace : Math.Min(cap, Math.Pow(2, 1 + Math.Min(tries, 9)));
                device.Cut(
                    Cut,
                    Cause.ConnectionReset,
                    0.5 + waits * device.Rng.Between(pace > 0 ? 1 : 0.7, pace > 0 ? 1.05 : 1.1),
                    Cause.NetworkLost
                );
            }
            device.LiveUntil(world.End);
        }
    }

    /// <summary>
    /// Access points renew their keys on timers of their own, and the boards at them lose the radio for moments.
    /// </summary>
    private static void AccessPoints(StoryWorld world)
    {
        var period = world.Rng.Pick([1.0, 1, 1, 2, 12]) * Hour;
        double shortest = world.Rng.Between(1, 10),
            longest = shortest + world.Rng.Between(0.5, 5);
        for (var point = 0; point < world.Rng.Whole(1, 4); point++)
        {
            var address = world.Address();
            var times = world.Every(world.Rng.Between(0, period), period, world.Rng.Between(0.05, 1.5));
            foreach (var device in world.Several(4, 12, () => world.Add(address: address)))
            {
                foreach (var at in times)
                {
                    if (!device.LiveUntil(at + device.Rng.Between(0, 0.8)))
                        break;
                    device.Cut(Cut, Cause.ConnectionReset, device.Rng.Between(shortest, longest), Cause.NetworkLost);
                }
                device.LiveUntil(world.End);
            }
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
}
