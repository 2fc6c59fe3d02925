using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>The way forgets a connection, and its client notices later.</summary>
internal static class ForgottenStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Minute = 60;

    public static IEnumerable<Story> All =>
        [
            new("nat-forgets-silently", NatForgets),
            new("sends-into-a-forgotten-connection", SendsLate),
            new("forgotten-between-pings", ForgottenBetweenPings) { Hours = 36 },
            new("timer-noticed-late", NoticedLate),
        ];

    private static void NatForgets(StoryWorld world)
    {
        var timer = world.Rng.Between(2, 29) * Minute;
        double slow = world.Rng.Pick([0, 0, 0.08, 0.25]),
            talks = world.Rng.Pick([0, 0, 0, 0.3, 0.6]),
            late = talks > 0 ? 3 : 30;
        foreach (var device in world.Several(3, 8, () => AddIdle(world, timer)))
        {
            var spread = device.Rng.Between(0.5, late);
            while (device.LiveToAge(timer + Talk() + device.Rng.Between(0, spread)))
            {
                if (!device.Rng.Happens(slow))
                {
                    device.TakenOver(device.Client, Cause.IdleTimeout, Cause.NetworkLost, Cause.ConnectionReset);
                    continue;
                }
                // The client is slow, and the hub gives up first.
                device.LiveNoMore(0.25 * timer);
                device.Cut(Cut, Cause.IdleTimeout, device.Rng.Between(5, 200), Cause.NetworkLost);
            }

            double Talk() => device.Rng.Happens(talks) ? Math.Min(timer / 2, device.Rng.Wait(timer / 4)) : 0;
        }
    }

    /// <summary>What pings sooner than the timer would keep its connection.</summary>
    private static StoryDevice AddIdle(StoryWorld world, double timer)
    {
        var sdk = world.Rng.Pick(MiddleboxStories.SlowPings);
        return world.Add(timer <= 2 * SdkCatalog.Of(sdk).KeepAlive ? sdk : SdkName.Raw);
    }

    /// <summary>
    /// The way has forgotten the connection when the device sends again: nobody answers, so it connects anew, and the
    /// hub still has the old one.
    /// </summary>
    private static void SendsLate(StoryWorld world)
    {
        var period = world.Rng.Pick([5.0, 6, 10, 12, 15, 20, 25]) * Minute;
        var byClock = world.Rng.Happens(0.3);
        foreach (var device in world.Several(4, 12, () => AddIdle(world, period)))
        {
            double notices = device.Rng.Between(12, 75),
                spread = device.Rng.Between(0.5, 6);
            // Messages are due by the clock, or so long after the one before.
            var due = device.Now;
            while (device.LiveUntil((due += period) + notices + device.Rng.Between(0, spread)))
            {
                device.TakenOver(device.Client, Cause.IdleTimeout, Cause.NetworkLost, Cause.ConnectionReset);
                due = byClock ? due : device.Now;
            }
        }
    }

    /// <summary>
    /// The way forgets a connection sooner than its client pings. The hub waits for one and a half keep-alives since
    /// the last message, the client until its next ping is due, too.
    /// </summary>
    private static void ForgottenBetweenPings(StoryWorld world)
    {
        double sends = world.Rng.Pick([double.PositiveInfinity, 0.8, 1.5, 3, 8]),
            attach = world.Rng.Pick([4.0, 4, 10, 35]);
        foreach (
            var device in world.Several(
                4,
                12,
                () => world.Add(world.Rng.Pick([SdkName.Java, SdkName.Node, SdkName.C, SdkName.FreeRtos, SdkName.Raw]))
            )
        )
        {
            var keepAlive = device.Sdk.Name is SdkName.FreeRtos or SdkName.Raw
                ? device.Rng.Pick([60.0, 120, 180, 300, 300, 600, 900, 1000])
                : device.Sdk.KeepAlive;
            double patience = Liveness.Patience * keepAlive,
                chatter = device.Rng.Between(0.3, 3);
            while (
                device.LiveToAge(
                    MiddleboxStories.Talks(device, sends * keepAlive, 0.8 * keepAlive)
                        + patience
                        + device.Rng.Between(0, chatter)
                )
            )
                device.Cut(Cut, Cause.IdleTimeout, keepAlive / 2 + device.Rng.Between(0, attach), Cause.NetworkLost);
        }
    }

    /// <summary>
    /// A timer cuts a device that sleeps between its messages, and the device notices when it has the next one.
    /// </summary>
    private static void NoticedLate(StoryWorld world)
    {
        double timer = world.Rng.Pick([120.0, 180, 240, 240, 300, 350, 600, 900, 1767]),
            period = world.Rng.Pick([5.0, 10, 15, 15, 20, 30, 45, 60, 60, 120]) * Minute;
        if (period < 1.3 * timer)
            period = 2 * timer;
        foreach (
            var device in world.Several(
                3,
                9,
                () => world.Add(world.Rng.Pick([SdkName.Raw, SdkName.Raw, SdkName.EmbeddedC]))
            )
        )
        {
            while (device.LiveToAge(timer + device.Rng.Between(0, 3)))
                device.Cut(
                    Cut,
                    Cause.IdleTimeout,
                    period - timer + device.Rng.Between(-2, 4) + device.Retry(),
                    Cause.NetworkLost
                );
        }
    }
}
