using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>What hubs do, and what operators do to identities.</summary>
internal static class HubStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Minute = 60;
    private const double Hour = 3600;

    private static readonly int[] ServerErrors =
    [
        ErrorCodes.ServerError,
        ErrorCodes.GenericTimeout,
        ErrorCodes.ServiceUnavailable,
    ];

    public static IEnumerable<Story> All =>
        [
            new("quota-used-up", QuotaUsedUp),
            new("quota-used-up-without-a-word", QuotaUntold),
            new("reconnect-storm-throttled", ThrottledStorm),
            new("failover", Failover),
            new("upgrade-without-its-code", UpgradeWithoutCode),
            new("upgrade", Upgrade),
            new("hub-fault", Fault),
            new("hub-out-of-reach", OutOfReach),
            new("identities-disabled", world => Revoked(world, ErrorCodes.DeviceDisabled, Cause.DeviceDisabled)),
            new("identities-deleted", world => Revoked(world, ErrorCodes.DeviceNotFound, Cause.DeviceNotFound)),
        ];

    private static void QuotaUsedUp(StoryWorld world)
    {
        // A connection is let in at times, and ends with its first message.
        var often = world.Rng.Pick([0, 0.5, 0.9]);
        var severs = world.Rng.Happens(0.4);
        double midnight = world.Window.MidnightAfter(world.Rng.Between(0.1, 0.4) * world.End),
            at = midnight - world.Rng.Between(0.4, 6) * Hour;
        foreach (var device in world.Several(10, 30, () => world.Add()))
        {
            if (!device.LiveUntil(at + device.Rng.Between(0, 240)))
                continue;
            device.End(device.Rng.Happens(0.7) ? Cut : ErrorCodes.QuotaExceeded, Cause.QuotaExceeded);
            var pace = world.Rng.Between(20, 240);
            while (device.Now < midnight)
            {
                var letIn = device.Rng.Happens(often) ? device.Now + device.Rng.Wait(Hour) : midnight;
                device.Refused(
                    ErrorCodes.QuotaExceeded,
                    Cause.QuotaExceeded,
                    device.Retry(),
                    Math.Min(letIn, midnight),
                    pace,
                    Scope.Hub
                );
                device.Connect();
                if (device.Now >= midnight || !device.LiveFor(device.Rng.Between(0.5, 300)))
                    break;
                device.End(Cut, Cause.QuotaExceeded);
                while (severs && device.Now < midnight)
                {
                    device.LiveNoMore(device.Retry());
                    device.Connect();
                    device.LiveFor(device.Rng.Between(0.5, 8));
                    device.End(device.Rng.Happens(0.5) ? Cut : ErrorCodes.QuotaExceeded, Cause.QuotaExceeded);
                    device.LiveNoMore(pace * device.Rng.Between(0.5, 1));
                }
            }
            device.LiveUntil(world.End);
        }
    }

    /// <summary>Each connection is let in and ends with its first message until the day ends, without a code.</summary>
    private static void QuotaUntold(StoryWorld world)
    {
        double midnight = world.Window.MidnightAfter(world.Rng.Between(0.1, 0.4) * world.End),
            at = midnight - world.Rng.Between(0.4, 4) * Hour,
            longest = world.Rng.Between(3, 40);
        foreach (var device in world.Several(10, 30, () => world.Add()))
        {
            var pace = device.Rng.Between(5, 120);
            if (!device.LiveUntil(at + device.Rng.Between(0, 240)))
                continue;
            while (device.Now < midnight)
            {
                device.End(Cut, Cause.QuotaExceeded, Cause.HubFault, Cause.Throttled);
                device.LiveNoMore(device.Retry() + pace * device.Rng.Between(0.5, 1));
                device.Connect();
                device.LiveNoMore(device.Rng.Between(0.5, longest));
            }
            device.LiveUntil(world.End);
        }
    }

    private static void ThrottledStorm(StoryWorld world)
    {
        double at = world.Sometime(),
            calm = at + world.Rng.Between(3, 25) * Minute;
        foreach (var device in world.Several(15, 40, () => world.Add()))
        {
            if (!device.LiveUntil(at + device.Rng.Between(0, 40)))
                continue;
            device.End(Cut, Cause.HubFault, Cause.HubMaintenance, Cause.Throttled);
            var until = calm * 1.0 - device.Rng.Between(0, (calm - at) * 0.8);
            device.Refused(ErrorCodes.Throttling, Cause.Throttled, device.Retry(), until, 12, Scope.Hub);
            device.Connect();
            device.LiveUntil(world.End);
        }
    }

    private static void Failover(StoryWorld world)
    {
        double at = world.Sometime(),
            end = at + world.Rng.Between(3, 25) * Minute,
            patient = world.Rng.Pick([0, 0.1, 0.3]);
        foreach (var device in world.Several(12, 40, () => world.Add()))
        {
            if (!device.LiveUntil(at + device.Rng.Between(0, 40)))
                continue;
            if (device.Rng.Happens(patient))
            {
                device.Cut(Cut, Cause.HubFailover, end + device.Rng.Between(0, 90) - device.Now, Cause.HubFault);
                device.LiveUntil(world.End);
                continue;
            }
            device.End(Cut, Cause.HubFailover, Cause.HubFault);
            device.Refused(
                ErrorCodes.FailingOver,
                Cause.HubFailover,
                device.Retry(),
                end + device.Rng.Between(0, 30),
                15,
                Scope.Hub
            );
            device.Connect();
            device.LiveUntil(world.End);
        }
    }

    /// <summary>
    /// A node of the hub hands its connections over, and the log says no more than that the far side closed.
    /// </summary>
    private static void UpgradeWithoutCode(StoryWorld world)
    {
        double share = world.Rng.Between(0.12, 0.6),
            length = world.Rng.Between(10, 110);
        List<StoryDevice> devices = [.. world.Several(70, 160, () => world.Add())];
        double[] nodes = [.. world.Several(1, 3).Select(_ => world.Sometime()).Order()];
        foreach (var device in devices)
        {
            foreach (var at in nodes)
            {
                if (!device.Rng.Happens(share))
                    continue;
                if (device.LiveUntil(at + device.Rng.Between(0, length)))
                    device.Cut(Cut, Cause.HubMaintenance, device.Retry(), Cause.HubFault);
            }
            device.LiveUntil(world.End);
        }
    }

    private static void Upgrade(StoryWorld world)
    {
        var at = world.Sometime();
        foreach (var device in world.Several(15, 40, () => world.Add()))
        {
            if (device.LiveUntil(at + device.Rng.Between(0, 300)))
                device.Cut(
                    device.Rng.Happens(0.8) ? ErrorCodes.ClosedByUpgrade : Cut,
                    Cause.HubMaintenance,
                    device.Retry(),
                    Cause.HubFault
                );
            device.LiveUntil(world.End);
        }
    }

    private static void Fault(StoryWorld world)
    {
        double at = world.Sometime(),
            end = at + world.Rng.Between(1, 12) * Minute,
            told = world.Rng.Between(0.4, 1);
        foreach (var device in world.Several(15, 40, () => world.Add()))
        {
            if (!device.LiveUntil(at + device.Rng.Between(0, 50)))
                continue;
            device.End(Cut, Cause.HubFault);
            var back = at + device.Rng.Between(0.4, 1) * (end - at) + 55;
            if (device.Rng.Happens(told))
                device.Refused(
                    device.Rng.Pick(ServerErrors),
                    Cause.HubFault,
                    device.Retry(),
                    back,
                    device.Rng.Between(5, 20),
                    Scope.Hub
                );
            else
                device.LiveNoMore(back - device.Now);
            device.Connect();
            device.LiveUntil(world.End);
        }
    }

    /// <summary>
    /// The hub closes what is connected and takes no connection for some minutes, of which it logs nothing.
    /// </summary>
    private static void OutOfReach(StoryWorld world)
    {
        double at = world.Sometime(),
            length = world.Rng.Pick([20.0, 60, 240, 900, 2400]) * world.Rng.Between(0.5, 1.5),
            // For long, a hub is out of reach as a whole.
            share = length > 600 ? 1 : world.Rng.Between(0.3, 1),
            wave = world.Rng.Between(1, 60);
        foreach (var device in world.Several(25, 120, () => world.Add()))
        {
            if (!device.Rng.Happens(share))
            {
                device.LiveUntil(world.End);
                continue;
            }
            if (device.LiveUntil(at + device.Rng.Between(0, wave)))
                device.Cut(
                    Cut,
                    Cause.HubFault,
                    at + length + device.Rng.Between(0, 60) - device.Now + device.Retry(),
                    Cause.HubMaintenance
                );
            device.LiveUntil(world.End);
        }
    }

    private static void Revoked(StoryWorld world, int code, Cause cause)
    {
        foreach (var device in world.Several(4, 9, () => world.Add()))
        {
            double at = world.Sometime(),
                mended = device.Rng.Happens(0.5) ? at + device.Rng.Between(1, 9) * Hour : double.PositiveInfinity;
            if (!device.LiveUntil(at))
                continue;
            device.End(device.Rng.Happens(0.5) ? code : Cut, cause);
            device.Refused(code, cause, device.Retry(), mended, 400);
            device.Connect();
            device.LiveUntil(world.End);
        }
    }
}
