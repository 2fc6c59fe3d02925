using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>What middleboxes and carriers do to connections that are quiet or old.</summary>
internal static class MiddleboxStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Minute = 60;
    private const double Hour = 3600;

    public static readonly SdkName[] SlowPings =
    [
        SdkName.C,
        SdkName.EmbeddedC,
        SdkName.ThreadX,
        SdkName.Raw,
        SdkName.Raw,
    ];

    public static IEnumerable<Story> All =>
        [
            new("idle-timer", IdleTimer),
            new("hub-cap", HubCap),
            new("hub-takes-no-such-message", NotTaken) { Hours = 12 },
            new("carrier-timer-with-jitter", CarrierTimer),
            new("sweeping-timer", SweepingTimer),
            new("proxy-limits-sessions", ProxyLimit),
            new("carrier-ends-sessions", CarrierEnds) { Hours = 96 },
        ];

    private static void IdleTimer(StoryWorld world)
    {
        var timer = world.Rng.Happens(0.5)
            ? world.Rng.Pick([60.0, 120, 180, 200, 220, 230])
            : world.Rng.Whole(7, 23) * 10;
        double longTimer = world.Rng.Whole(10, 55) * 30,
            sends = world.Rng.Pick([double.PositiveInfinity, double.PositiveInfinity, 2, 4]);
        // A site may have set a longer keep-alive on all of its clients.
        var site = world.Rng.Happens(0.25) ? world.Address() : null;
        var sdks = site is null ? SlowPings : [SdkName.C, SdkName.Python, SdkName.DotNet];
        foreach (
            var device in world.Several(3, 8, () => world.Add(world.Rng.Pick(sdks), site is null ? null : true, site))
        )
        {
            // Only who pings late is cut late: a client without an SDK may ping as late as it likes.
            var after = site is not null || device.Sdk.Name == SdkName.Raw ? longTimer : timer;
            var chatter = device.Rng.Between(0.1, 1.5);
            while (device.LiveToAge(Talks(device, sends * after, after) + after + device.Rng.Between(0, chatter)))
                device.Cut(Cut, Cause.IdleTimeout, device.Retry());
        }
    }

    /// <summary>
    /// The hub counts from the last packet: of the connect, or of a message now and then. The client finds out soon, or
    /// when its next report is due.
    /// </summary>
    private static void HubCap(StoryWorld world)
    {
        var sends = world.Rng.Pick([double.PositiveInfinity, double.PositiveInfinity, 1.2, 2, 4]) * Hour;
        var reports = world.Rng.Happens(0.4) ? world.Rng.Pick([1.0, 2, 4, 6]) * Hour : 0;
        foreach (var device in world.Several(3, 7, () => world.Add(world.Rng.Pick(SlowPings), true)))
        {
            var chatter = device.Rng.Between(0.5, reports > 0 ? 40 : 8);
            var due = device.Now;
            while (
                device.LiveToAge(
                    device.Rng.Between(0.1, chatter) + Talks(device, sends, Liveness.HubCap) + Liveness.HubCap
                )
            )
            {
                while (reports > 0 && due <= device.Now)
                    due += reports;
                var back = reports > 0 ? due - device.Now + device.Rng.Between(0, 5) : device.Retry();
                device.Cut(Cut, Cause.IdleTimeout, back);
            }
        }
    }

    /// <summary>Seconds until the last message before a pause that is longer than a timer's.</summary>
    public static double Talks(StoryDevice device, double sends, double timer)
    {
        var last = 0.0;
        for (
            var next = device.Rng.Between(0, sends);
            next < last + timer;
            next += sends * device.Rng.Between(0.95, 1.05)
        )
            last = next;
        return last;
    }

    /// <summary>
    /// The hub ends a connection at once over which a client asks for what IoT Hub has not of MQTT, such as QoS 2.
    /// </summary>
    private static void NotTaken(StoryWorld world)
    {
        foreach (
            var device in world.Several(
                2,
                5,
                () => world.Add(world.Rng.Pick([SdkName.Raw, SdkName.Raw, SdkName.EmbeddedC, SdkName.Arduino]))
            )
        )
        {
            // With its first message, which some send at once and some on their interval.
            double asks = device.Rng.Happens(0.6) ? device.Rng.Between(0.05, 2.5) : device.Rng.Between(4, 40),
                spread = device.Rng.Between(0.05, 0.8),
                again = device.Rng.Pick([1.0, 5, 5, 10, 10, 20, 30]) * device.Rng.Between(0.9, 1.1);
            while (device.LiveFor(asks + device.Rng.Between(0, spread)))
                device.Cut(Cut, Cause.ConnectionReset, again + device.Rng.Between(0, 1.5));
        }
    }

    private static void CarrierTimer(StoryWorld world)
    {
        double timer = world.Rng.Between(150, 1400),
            jitter = world.Rng.Between(0.015, 0.06) * timer;
        foreach (
            var device in world.Several(4, 9, () => world.Add(timer > 240 ? SdkName.Raw : world.Rng.Pick(SlowPings)))
        )
        {
            while (device.LiveToAge(timer + device.Rng.Between(-jitter, jitter)))
                device.Cut(Cut, Cause.IdleTimeout, device.Retry(), Cause.ConnectionReset, Cause.NetworkLost);
        }
    }

    /// <summary>
    /// A middlebox looks through its table every few seconds, and drops then what has been quiet for long.
    /// </summary>
    private static void SweepingTimer(StoryWorld world)
    {
        double timer = world.Rng.Whole(4, 58) * 30,
            sweep = world.Rng.Pick([4.0, 6, 8, 10, 15, 20, 30, 60]);
        var address = world.Rng.Happens(0.5) ? world.Address() : null;
        foreach (var device in world.Several(4, 20, () => world.Add(world.Rng.Pick(SlowPings), null, address)))
        {
            if (device.Sdk.Name != SdkName.Raw && timer > 240)
                continue;
            while (device.LiveToAge(timer + device.Rng.Between(0, sweep)))
                device.Cut(Cut, Cause.IdleTimeout, device.Retry());
        }
    }

    /// <summary>The carrier has devices attach anew after some hours, whatever goes over the line.</summary>
    private static void CarrierEnds(StoryWorld world)
    {
        double limit = world.Rng.Pick([4.0, 6, 8, 12, 24, 24]) * Hour,
            late = world.Rng.Between(1, 60);
        foreach (var device in world.Several(4, 10, () => world.Add(certificate: true)))
        {
            var attach = device.Rng.Between(3, 25);
            while (device.LiveToAge(limit + device.Rng.Between(0, late)))
                device.Cut(
                    Cut,
                    Cause.ConnectionReset,
                    attach * device.Rng.Between(0.6, 1.6),
                    Cause.NetworkLost,
                    Cause.IdleTimeout
                );
        }
    }

    /// <summary>A proxy ends WebSockets at a fixed age, whatever goes over them.</summary>
    private static void ProxyLimit(StoryWorld world)
    {
        var limit = world.Rng.Pick([600.0, 900, 1800, 3600, 7200, 10800]) + world.Rng.Between(-0.5, 0.5);
        var address = world.Rng.Happens(0.5) ? world.Address() : null;
        foreach (
            var device in world.Several(
                4,
                9,
                () =>
                    world.Add(
                        world.Rng.Pick([SdkName.DotNet, SdkName.Java, SdkName.Node]),
                        world.Rng.Happens(0.6),
                        address,
                        1440,
                        world.Rng.Pick([Transport.MqttWs, Transport.AmqpWs])
                    )
            )
        )
        {
            while (device.LiveToAge(limit + device.Rng.Between(0, 0.4)))
                device.Cut(Cut, Cause.ConnectionReset, device.Retry(), Cause.IdleTimeout);
        }
    }
}
