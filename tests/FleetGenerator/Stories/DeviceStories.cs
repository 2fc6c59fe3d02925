using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>What devices and their owners do, on purpose or for good.</summary>
internal static class DeviceStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Minute = 60;
    private const double Hour = 3600;
    private const double Day = 24 * Hour;

    public static IEnumerable<Story> All =>
        [
            new("abrupt-sleepers", AbruptSleepers) { Hours = 36 },
            new("gone-at-night", GoneAtNight) { Hours = 168 },
            new("orderly-sleepers", OrderlySleepers),
            new("polite-cron", PoliteCron),
            new("deployments", Deployments) { Hours = 48 },
            new("polite-loop", PoliteLoop) { Hours = 8 },
            new("client-made-anew", ClientMadeAnew) { Hours = 36 },
            new("gone-for-good", GoneForGood),
        ];

    private static void AbruptSleepers(StoryWorld world)
    {
        double period = world.Rng.Pick([5.0, 10, 15, 20, 30, 60, 60, 120]) * Minute,
            awake = world.Rng.Between(20, 200);
        var silent = world.Rng.Happens(0.5);
        foreach (var device in world.Several(4, 10, () => world.Add()))
        {
            double spread = device.Rng.Between(0.01, 0.25),
                start = device.Now;
            // The modem goes without a word, and the hub waits for it; else the board goes, and its connection with it.
            var patience = silent ? 1.5 * device.Rng.Pick([60.0, 120, 240, 400]) : 0;
            if (awake + patience > period - 60)
            {
                WakeBeforeTheHubNotices(device, period);
                continue;
            }
            var longest = Math.Min(0.8 * period - 60, awake + patience);
            for (var round = 1; device.LiveFor(longest * device.Rng.Between(1 - spread * awake / longest, 1)); round++)
            {
                var wakes = start + round * period + device.Rng.Between(0, 3);
                device.Cut(Cut, Cause.ClientClosed, wakes - device.Now, Cause.DeviceRestarted, Cause.NetworkLost);
            }
        }
    }

    private static void WakeBeforeTheHubNotices(StoryDevice device, double period)
    {
        var start = device.Now;
        for (var round = 1; device.LiveUntil(start + round * period + device.Rng.Between(0, 5)); round++)
            device.TakenOver(device.Client, Cause.ClientClosed, Cause.NetworkLost, Cause.IdleTimeout);
    }

    /// <summary>A main switch or a timer takes the power, about when the day's work is done.</summary>
    /// <summary>Somebody switches it off, or a carrier its cell; the hub sees the same.</summary>
    private static void GoneAtNight(StoryWorld world)
    {
        double evening = world.Rng.Between(0, 24) * Hour,
            night = world.Rng.Between(5, 15) * Hour,
            give = world.Rng.Pick([5.0, 60, 300, 1200, 2000]),
            works = world.Rng.Pick([1, 1, 0.9]);
        foreach (var device in world.Several(5, 25, () => world.Add()))
        {
            var losses = device.Rng.Between(8, 90) * Hour;
            for (var day = evening; device.Now < world.End; day += Day)
            {
                var off = day + device.Rng.Between(0, give);
                while (device.Now < off && device.LiveUntil(Math.Min(off, device.Now + device.Rng.Wait(losses))))
                {
                    if (device.Now < off)
                        device.Lose(device.Rng.Between(20, 900), Cause.DeviceRestarted, Cause.ConnectionReset);
                }
                if (device.Now < off || device.Now > off + Hour || device.Now >= world.End)
                    continue;
                device.LiveNoMore(device.HubNotices());
                var on = day + night + device.Rng.Between(0, give) + (device.Rng.Happens(works) ? 0 : Day);
                device.Cut(Cut, Cause.NetworkLost, on - device.Now, Cause.DeviceRestarted);
            }
        }
    }

    private static void OrderlySleepers(StoryWorld world)
    {
        var period = world.Rng.Pick([10.0, 15, 30, 60, 120, 240]) * Minute;
        var lost = world.Rng.Pick([0, 0.01, 0.1]);
        foreach (var device in world.Several(4, 10, () => world.Add()))
        {
            double awake = device.Rng.Between(15, 0.4 * period),
                start = device.Now;
            for (var round = 1; device.LiveFor(awake * device.Rng.Between(0.85, 1.15)); round++)
            {
                var asleep = start + round * period + device.Rng.Between(0, 4) - device.Now;
                if (device.Rng.Happens(lost))
                    device.Cut(
                        ErrorCodes.ClosedRemotely,
                        Cause.NetworkLost,
                        asleep,
                        Cause.ConnectionReset,
                        Cause.DeviceRestarted
                    );
                else
                    device.Cut(null, Cause.ClientClosed, asleep);
            }
        }
    }

    private static void PoliteCron(StoryWorld world)
    {
        double period = world.Rng.Pick([1.0, 2, 4, 6, 12]) * Hour,
            phase = world.Rng.Between(0, period),
            away = world.Rng.Between(2, 100);
        foreach (var device in world.Several(4, 9, () => world.Add()))
        {
            for (var at = phase; at < world.End; at += period)
            {
                if (at > device.Now && device.LiveUntil(at + device.Rng.Between(0, 2)))
                    device.Cut(null, Cause.ClientClosed, away * device.Rng.Between(0.9, 1.1));
            }
        }
    }

    /// <summary>The owner restarts the application everywhere, one device after the other, a few times.</summary>
    private static void Deployments(StoryWorld world)
    {
        var times = world.Times(1, 5);
        double away = world.Rng.Between(1.5, 40),
            over = world.Rng.Between(1, 1200);
        foreach (var device in world.Several(6, 25, () => world.Add()))
        {
            var turn = device.Rng.Between(0, over);
            foreach (var at in times)
            {
                if (device.LiveUntil(at + turn))
                    device.Cut(null, Cause.ClientClosed, away * device.Rng.Between(0.8, 1.3));
            }
            device.LiveUntil(world.End);
        }
    }

    private static void PoliteLoop(StoryWorld world)
    {
        foreach (var device in world.Several(2, 5, () => world.Add()))
        {
            double up = device.Rng.Between(0.6, 40),
                away = device.Rng.Between(0.5, 8);
            while (device.LiveFor(0.3 + device.Rng.Wait(up)))
                device.Cut(null, Cause.ClientClosed, away * device.Rng.Between(0.7, 1.5));
        }
    }

    /// <summary>A release has the application make its client anew every few minutes, until it is mended.</summary>
    private static void ClientMadeAnew(StoryWorld world)
    {
        double start = world.Rng.Between(0.05, 0.4) * world.End,
            end = world.Rng.Between(0.5, 0.9) * world.End,
            mean = world.Rng.Between(100, 500),
            away = world.Rng.Between(0.5, 8);
        foreach (var device in world.Several(4, 10, () => world.Add(certificate: false)))
        {
            device.LiveUntil(start * device.Rng.Between(0.9, 1.1));
            while (device.Now < end && device.LiveFor(mean * device.Rng.Between(0.2, 1.8)))
                device.Cut(null, Cause.ClientClosed, away * device.Rng.Between(0.7, 1.5));
            device.LiveUntil(world.End);
        }
    }

    private static void GoneForGood(StoryWorld world)
    {
        foreach (var device in world.Several(8, 16, () => world.Add(certificate: false)))
        {
            var last = world.Sometime();
            device.Reconnects = () => device.Now > last ? double.PositiveInfinity : device.Retry();
            device.LiveUntil(world.End);
        }
    }
}
