using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>What befalls all clients of one gateway or host.</summary>
internal static class HostStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Hour = 3600;

    public static IEnumerable<Story> All =>
        [
            new("gateway-loses-its-line", GatewayLine),
            new("gateway-restarts", GatewayRestarts),
            new("host-restarts", HostRestarts) { Hours = 96 },
            new("rolling-updates", RollingUpdates) { Hours = 72 },
            new("new-version-crashes", NewVersionCrashes) { Hours = 24 },
            new("cron-kills-clients", CronKills) { Hours = 48 },
        ];

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

    /// <summary>Clients of one host are killed together, and its system closes their connections.</summary>
    private static void HostRestarts(StoryWorld world)
    {
        for (var host = 0; host < world.Rng.Whole(1, 3); host++)
        {
            var address = world.Address();
            var times = world.Rng.Happens(0.3)
                ? world.Every(world.Rng.Between(0, 24) * Hour, 24 * Hour, world.Rng.Between(0, 20))
                : world.Times(2, 7);
            double start = world.Rng.Between(15, 150),
                pace = world.Rng.Between(0, 1.5);
            // A new version is started as soon as it is there; a host that boots takes as long each time.
            var longest = world.Rng.Pick([1.1, 1.1, 6]);
            var sdk = world.Rng.Pick([SdkName.Python, SdkName.Node, SdkName.DotNet, SdkName.Java, SdkName.Raw]);
            var transport = world.Rng.Happens(0.3) ? Transport.Amqp : Transport.Mqtt;
            // Containers come up again on whichever hosts are left.
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

    /// <summary>An orchestrator starts each client's successor, and then ends the client, one after another.</summary>
    private static void RollingUpdates(StoryWorld world)
    {
        var address = world.Address();
        var times = world.Times(2, 6);
        double takes = world.Rng.Between(20, 400),
            overlap = world.Rng.Pick([0.0, 0.0, 0.15]);
        var sdk = world.Rng.Pick([SdkName.Python, SdkName.Python, SdkName.Node, SdkName.C, SdkName.DotNet]);
        foreach (var device in world.Several(6, 40, () => world.Add(sdk, null, address)))
        {
            foreach (var at in times)
            {
                if (!device.LiveUntil(at + device.Rng.Between(0, takes)))
                    break;
                device.TakenOver(device.Client, Cause.DeviceRestarted, Cause.DuplicateIdentity, Cause.ClientClosed);
                if (!device.Rng.Happens(overlap) || !device.LiveFor(device.Rng.Between(0.5, 6)))
                    continue;
                device.TakenOver(device.Client, Cause.DeviceRestarted, Cause.DuplicateIdentity, Cause.ClientClosed);
            }
            device.LiveUntil(world.End);
        }
    }

    /// <summary>
    /// An orchestrator starts a new version's clients again and again, each after a longer pause: each crashes at the
    /// same step.
    /// </summary>
    private static void NewVersionCrashes(StoryWorld world)
    {
        var address = world.Address();
        double at = world.Rng.Between(2, 12) * Hour,
            until = at + world.Rng.Between(0.5, 5) * Hour,
            lives = world.Rng.Pick([6.0, 12, 25, 45]) * world.Rng.Between(0.8, 1.2),
            start = world.Rng.Between(2, 15);
        foreach (var device in world.Several(4, 20, () => world.Add(SdkName.Python, null, address)))
        {
            if (device.LiveUntil(at + device.Rng.Between(0, 90)))
                device.Cut(Cut, Cause.DeviceRestarted, start, Cause.ConnectionReset);
            for (var tries = 0; device.Now < until && device.LiveFor(lives * device.Rng.Between(0.95, 1.1)); tries++)
                device.Cut(
                    Cut,
                    Cause.DeviceRestarted,
                    Math.Min(300, 10 * Math.Pow(2, Math.Min(tries, 9))) + start * device.Rng.Between(1, 1.2),
                    Cause.ConnectionReset
                );
            device.LiveUntil(world.End);
        }
    }

    /// <summary>At a whole five minutes, the hosts' own cron kills all clients and starts them again.</summary>
    private static void CronKills(StoryWorld world)
    {
        double period = world.Rng.Pick([1.0, 1, 2, 4, 12]) * Hour,
            minute = world.Rng.Pick([0.0, 0, 5, 15, 30]) * 60,
            start = world.Rng.Between(2, 25);
        var sdk = world.Rng.Pick([SdkName.Python, SdkName.Node, SdkName.DotNet, SdkName.Raw]);
        for (var host = 0; host < world.Rng.Whole(1, 5); host++)
        {
            var address = world.Address();
            var times = world.Every(minute + world.Rng.Between(0, 3.5), period, 0.2);
            foreach (var device in world.Several(3, 10, () => world.Add(sdk, null, address)))
            {
                foreach (var at in times)
                {
                    if (!device.LiveUntil(at + device.Rng.Between(0, 0.5)))
                        break;
                    device.Cut(Cut, Cause.DeviceRestarted, start * device.Rng.Between(0.8, 1.3), Cause.ConnectionReset);
                }
                device.LiveUntil(world.End);
            }
        }
    }
}
