using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>What makes devices start again.</summary>
internal static class RestartStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Minute = 60;
    private const double Hour = 3600;
    private const double Day = 24 * Hour;

    public static IEnumerable<Story> All =>
        [
            new("killed-by-cron", KilledByCron),
            new("nightly-reboot", NightlyReboot) { Hours = 120 },
            new("firmware-update", FirmwareUpdate) { Hours = 48 },
            new("watchdog-by-uptime", Watchdog) { Hours = 72 },
            new("crashes", Crashes),
            new("crashes-and-searches", CrashesAndSearches),
            new("crashes-and-boots-for-minutes", CrashesAndBootsLong) { Hours = 72 },
            new("crash-loop", CrashLoop) { Hours = 12 },
            new("crash-loop-with-backoff", CrashLoopWithBackoff) { Hours = 24 },
            new("brown-outs", BrownOuts) { Hours = 48 },
            new("silent-crash-loop", SilentCrashLoop) { Hours = 12 },
        ];

    private static void KilledByCron(StoryWorld world)
    {
        double period = world.Rng.Pick([1.0, 1, 2, 3, 4, 6]) * Hour,
            phase = world.Rng.Between(0, period),
            jitter = world.Rng.Between(0.1, 2.5),
            boot = world.Rng.Happens(0.4) ? world.Rng.Between(5, 12) : world.Rng.Between(7, 110);
        foreach (var device in world.Several(3, 9, () => world.Add(certificate: world.Rng.Happens(0.5))))
            Restart(world, device, period, phase, jitter, boot);
    }

    private static void NightlyReboot(StoryWorld world)
    {
        double phase = world.Rng.Whole(0, 23) * Hour,
            jitter = world.Rng.Between(0.5, 90),
            boot = world.Rng.Between(15, 240);
        // Clocks are put back or forward in some nights.
        var shifts = world.Rng.Happens(0.4) ? world.Sometime() : double.PositiveInfinity;
        foreach (var device in world.Several(5, 12, () => world.Add()))
            Restart(world, device, Day, phase, jitter, boot, shifts);
    }

    private static void Restart(
        StoryWorld world,
        StoryDevice device,
        double period,
        double phase,
        double jitter,
        double boot,
        double shifts = double.PositiveInfinity
    )
    {
        for (var due = phase; due < world.End; due += period)
        {
            var at = due < shifts ? due : due + Hour;
            if (at > device.Now + 2 && device.LiveUntil(at + device.Rng.Between(0, jitter)))
                device.Cut(Cut, Cause.DeviceRestarted, boot * device.Rng.Between(0.95, 1.05));
        }
        device.LiveUntil(world.End);
    }

    /// <summary>In waves, a few devices first.</summary>
    private static void FirmwareUpdate(StoryWorld world)
    {
        var waves = world.Times(2, 4);
        double away = world.Rng.Between(40, 300),
            over = world.Rng.Between(60, 1800);
        var silent = world.Rng.Happens(0.4);
        foreach (var device in world.Several(10, 30, () => world.Add(SdkName.C)))
        {
            var losses = device.Rng.Between(20, 90) * Hour;
            var at = device.Rng.Pick(waves) + device.Rng.Between(0, over);
            while (device.Now < at && device.LiveUntil(Math.Min(at, device.Now + device.Rng.Wait(losses))))
            {
                if (device.Now < at)
                    device.Cut(Cut, Cause.ConnectionReset, device.Retry(), Cause.NetworkLost);
            }
            if (device.Now >= world.End)
                continue;
            var next = device.Rng.Pick([SdkName.C, SdkName.Python]);
            var updated = device.Client with { SdkVersion = SdkVersionText.Draw(next, false, device.Rng) };
            if (silent)
            {
                device.LiveNoMore(away);
                device.TakenOver(updated, Cause.DeviceRestarted);
            }
            else
            {
                device.Client = updated;
                device.Cut(Cut, Cause.DeviceRestarted, away * device.Rng.Between(0.8, 1.2));
            }
            device.LiveUntil(world.End);
        }
    }

    private static void Watchdog(StoryWorld world)
    {
        double uptime = world.Rng.Between(1.2, 9) * Hour,
            boot = world.Rng.Between(8, 150);
        // A process that is killed closes its connection; a board that is reset does not.
        var silent = world.Rng.Happens(0.5);
        foreach (var device in world.Several(3, 8, () => world.Add(certificate: world.Rng.Happens(0.7))))
        {
            var spread = device.Rng.Between(0.1, 1.5);
            while (device.LiveFor(uptime + device.Rng.Between(0, spread)))
            {
                var start = boot * device.Rng.Between(0.97, 1.03);
                if (silent)
                    device.ComeBack(start, Cause.DeviceRestarted, Cause.NetworkLost);
                else
                    device.Cut(Cut, Cause.DeviceRestarted, start);
            }
        }
    }

    private static void Crashes(StoryWorld world)
    {
        var mean = world.Rng.Between(1, 9) * Hour;
        foreach (var device in world.Several(6, 14, () => world.Add()))
        {
            var boot = device.Rng.Between(14, 170);
            while (device.LiveFor(20 + device.Rng.Wait(mean)))
                device.Cut(Cut, Cause.DeviceRestarted, boot * device.Rng.Between(0.94, 1.06));
        }
    }

    /// <summary>After the boot the device looks for its network, which takes another time each time.</summary>
    private static void CrashesAndSearches(StoryWorld world)
    {
        var mean = world.Rng.Between(1, 9) * Hour;
        foreach (var device in world.Several(6, 14, () => world.Add()))
        {
            double boot = device.Rng.Between(10, 60),
                search = device.Rng.Between(5, 40);
            while (device.LiveFor(20 + device.Rng.Wait(mean)))
                device.Cut(
                    Cut,
                    Cause.DeviceRestarted,
                    boot + device.Rng.Wait(search),
                    Cause.NetworkLost,
                    Cause.ConnectionReset
                );
        }
    }

    /// <summary>What has much to check and to load before it connects.</summary>
    private static void CrashesAndBootsLong(StoryWorld world)
    {
        var mean = world.Rng.Between(1, 12) * Hour;
        foreach (var device in world.Several(6, 14, () => world.Add()))
        {
            double boot = device.Rng.Between(150, 500),
                spread = device.Rng.Between(0.02, 0.3);
            while (device.LiveFor(20 + device.Rng.Wait(mean)))
                device.Cut(
                    Cut,
                    Cause.DeviceRestarted,
                    boot * device.Rng.Between(1 - spread, 1 + spread),
                    Cause.NetworkLost
                );
        }
    }

    private static void CrashLoop(StoryWorld world)
    {
        foreach (var device in world.Several(3, 6, () => world.Add()))
        {
            double boot = device.Rng.Between(9, 70),
                up = device.Rng.Between(4, 150);
            while (device.LiveFor(up * device.Rng.Between(0.7, 1.5)))
                device.Cut(Cut, Cause.DeviceRestarted, boot * device.Rng.Between(0.95, 1.05));
        }
    }

    /// <summary>Whoever starts it again waits longer each time, as an orchestrator does.</summary>
    private static void CrashLoopWithBackoff(StoryWorld world)
    {
        double first = world.Rng.Between(5, 30),
            longest = world.Rng.Pick([300.0, 300, 600, 1920]);
        foreach (var device in world.Several(3, 8, () => world.Add()))
        {
            double up = device.Rng.Between(3, 60),
                healthy = device.Rng.Wait(5 * Hour),
                until = world.End;
            device.LiveFor(healthy);
            if (device.Rng.Happens(0.6))
                until = device.Now + device.Rng.Between(1, 10) * Hour;
            for (var wait = first; device.Now < until; wait = Math.Min(longest, 2 * wait))
            {
                if (!device.LiveFor(up * device.Rng.Between(0.6, 1.6)))
                    break;
                device.Cut(Cut, Cause.DeviceRestarted, wait * device.Rng.Between(1, 1.1) + device.Rng.Between(1, 4));
            }
            device.LiveUntil(world.End);
        }
    }

    /// <summary>The power fails again and again for some minutes, and then not for hours.</summary>
    private static void BrownOuts(StoryWorld world)
    {
        double calm = world.Rng.Between(2, 14) * Hour,
            shortest = world.Rng.Between(20, 40),
            longest = world.Rng.Between(2, 6) * shortest;
        foreach (var device in world.Several(4, 10, () => world.Add()))
        {
            while (device.LiveFor(device.Rng.Wait(calm)))
            {
                for (var left = device.Rng.Whole(2, 30); left > 0; left--)
                {
                    device.TakenOver(device.Client, Cause.DeviceRestarted, Cause.NetworkLost, Cause.ConnectionReset);
                    if (!device.LiveFor(device.Rng.Between(shortest, longest)))
                        break;
                }
            }
        }
    }

    /// <summary>Nothing tells the hub of the crash: it learns of it from the next connect.</summary>
    private static void SilentCrashLoop(StoryWorld world)
    {
        foreach (var device in world.Several(3, 6, () => world.Add()))
        {
            double round = device.Rng.Happens(0.3) ? device.Rng.Between(400, 1500) : device.Rng.Between(26, 400),
                spread = device.Rng.Between(0.02, 0.3);
            while (device.LiveFor(round * device.Rng.Between(1 - spread, 1 + spread)))
                device.TakenOver(device.Client, Cause.DeviceRestarted, Cause.NetworkLost, Cause.ConnectionReset);
        }
    }
}
