using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Stories;

/// <summary>What lines do.</summary>
internal static class NetworkStories
{
    private const int Cut = ErrorCodes.ClosedRemotely;
    private const double Minute = 60;
    private const double Hour = 3600;

    public static IEnumerable<Story> All =>
        [
            new("random-resets", RandomResets),
            new("shaky-line", ShakyLine),
            new("weak-signal", WeakSignal),
            new("fixed-retry", FixedRetry),
            new("application-waits", ApplicationWaits),
            new("address-changes", AddressChanges),
            new("roaming", Roaming),
            new("second-line", SecondLine),
            new("outages", Outages),
            new("bad-hours", BadHours),
            new("line-is-set-up-anew", SetUpAnew),
        ];

    private static void RandomResets(StoryWorld world)
    {
        var mean = world.Rng.Between(0.4, 6) * Hour;
        foreach (var device in world.Several(6, 14, () => world.Add()))
        {
            while (device.LiveFor(5 + device.Rng.Wait(mean)))
                device.Cut(Cut, Cause.ConnectionReset, device.Retry());
        }
    }

    /// <summary>A line that breaks at random, for seconds as well as for minutes.</summary>
    private static void ShakyLine(StoryWorld world)
    {
        double mean = world.Rng.Between(0.7, 8) * Hour,
            longest = world.Rng.Between(40, 300);
        foreach (var device in world.Several(5, 12, () => world.Add()))
        {
            while (device.LiveFor(20 + device.Rng.Wait(mean)))
                device.Cut(Cut, Cause.NetworkLost, device.Rng.Between(3, longest), Cause.ConnectionReset);
        }
    }

    /// <summary>Out of reach for a while again and again, often back before the hub has noticed.</summary>
    private static void WeakSignal(StoryWorld world)
    {
        double mean = world.Rng.Between(5, 60) * Minute,
            length = world.Rng.Between(15, 150);
        foreach (var device in world.Several(4, 9, () => world.Add()))
        {
            while (device.LiveFor(20 + device.Rng.Wait(mean)))
                device.Lose(device.Rng.Wait(length), Cause.ConnectionReset);
        }
    }

    /// <summary>A modem is reset by its clock, or its carrier lets no session be older.</summary>
    private static void SetUpAnew(StoryWorld world)
    {
        double period = world.Rng.Pick([12.0, 20, 30, 45, 60, 90, 120, 180]) * Minute,
            away = world.Rng.Between(4, 150);
        var byClock = world.Rng.Happens(0.6);
        foreach (var device in world.Several(4, 12, () => world.Add()))
        {
            var due = device.Now + device.Rng.Between(0, period);
            while (byClock ? device.LiveUntil(due += period) : device.LiveToAge(period))
                device.ComeBack(
                    away + device.Rng.Between(0, 8),
                    Cause.NetworkLost,
                    Cause.ConnectionReset,
                    Cause.DeviceRestarted
                );
        }
    }

    private static void FixedRetry(StoryWorld world)
    {
        double mean = world.Rng.Between(0.4, 5) * Hour,
            retry = world.Rng.Happens(0.6) ? world.Rng.Between(4, 14) : world.Rng.Pick([15.0, 20, 30, 60, 90, 120]);
        foreach (
            var device in world.Several(
                4,
                10,
                () => world.Add(world.Rng.Pick([SdkName.Raw, SdkName.EmbeddedC, SdkName.Arduino]))
            )
        )
        {
            device.Reconnects = () => retry + device.Rng.Between(0.3, 1.5);
            while (device.LiveFor(5 + device.Rng.Wait(mean)))
                device.Cut(Cut, Cause.ConnectionReset, device.Reconnects());
        }
    }

    /// <summary>The application waits before it lets its SDK connect again, after whatever end.</summary>
    private static void ApplicationWaits(StoryWorld world)
    {
        double mean = world.Rng.Between(1, 7) * Hour,
            wait = world.Rng.Pick([15.0, 20, 30, 45, 60, 120]);
        var anew = world.Rng.Happens(0.5);
        foreach (var device in world.Several(4, 10, () => world.Add(certificate: false)))
        {
            device.MakesClientAnew = anew;
            device.Reconnects = () => wait + device.Retry();
            while (device.LiveFor(5 + device.Rng.Wait(mean)))
                device.Cut(Cut, Cause.ConnectionReset, device.Reconnects());
        }
    }

    private static void AddressChanges(StoryWorld world)
    {
        var period = world.Rng.Between(2, 24) * Hour;
        var silent = world.Rng.Happens(0.6);
        foreach (var device in world.Several(4, 9, () => world.Add()))
        {
            // The client notices by its own keep-alive, which takes about as long each time.
            double notices = device.Rng.Between(2, 90),
                late = device.Rng.Happens(0.5) ? 1.5 : 60;
            device.LiveFor(device.Rng.Between(0, period));
            while (device.LiveFor(period * device.Rng.Between(0.97, 1.03)))
            {
                var moved = device.Client with { MaskedIpAddress = world.Address() };
                if (silent)
                {
                    device.TakenOver(moved, Cause.NetworkLost, Cause.ConnectionReset);
                    continue;
                }
                device.Client = moved;
                device.Cut(Cut, Cause.NetworkLost, notices + device.Rng.Between(0, late), Cause.ConnectionReset);
            }
        }
    }

    /// <summary>From cell to cell of a carrier's, or from access point to access point of one site.</summary>
    private static void Roaming(StoryWorld world)
    {
        var own = world.Rng.Happens(0.5);
        foreach (var device in world.Several(4, 9, () => world.Add()))
        {
            List<string> cells =
            [
                .. Enumerable.Range(0, 5).Select(_ => own ? device.Client.MaskedIpAddress : world.Address()),
            ];
            var mean = device.Rng.Between(own ? 0.1 : 0.7, 5) * Hour;
            while (device.LiveFor(120 + device.Rng.Wait(mean)))
            {
                var moved = device.Client with { MaskedIpAddress = device.Rng.Pick(cells) };
                if (device.Rng.Happens(0.5))
                    device.TakenOver(moved, Cause.NetworkLost, Cause.ConnectionReset);
                else
                    device.Lose(device.Rng.Between(120, 1500), Cause.ConnectionReset);
                device.Client = moved;
            }
        }
    }

    /// <summary>Who has two lines, or SIM cards, takes the other while the first is bad, and then goes back.</summary>
    private static void SecondLine(StoryWorld world)
    {
        double mean = world.Rng.Between(0.3, 6) * Hour,
            stay = world.Rng.Between(3, 60) * Minute,
            silent = world.Rng.Pick([0.3, 0.7, 1]);
        foreach (var device in world.Several(4, 9, () => world.Add()))
        {
            ClientIdentity first = device.Client,
                second = first with { MaskedIpAddress = world.Address() };
            while (device.LiveFor(60 + device.Rng.Wait(mean)))
            {
                Move(device, second, silent);
                if (!device.LiveFor(stay * device.Rng.Between(0.3, 2)))
                    break;
                Move(device, first, silent);
            }
        }
    }

    private static void Move(StoryDevice device, ClientIdentity moved, double silent)
    {
        if (device.Rng.Happens(silent))
        {
            device.LiveNoMore(device.Rng.Between(8, 70));
            device.TakenOver(moved, Cause.NetworkLost);
            return;
        }
        device.Client = moved;
        device.Cut(Cut, Cause.NetworkLost, device.Rng.Between(4, 60), Cause.ConnectionReset);
    }

    private static void Outages(StoryWorld world)
    {
        double mean = world.Rng.Between(3, 15) * Hour,
            length = world.Rng.Between(8, 90) * Minute;
        foreach (var device in world.Several(5, 12, () => world.Add()))
        {
            while (device.LiveFor(120 + device.Rng.Wait(mean)))
                device.Lose(420 + device.Rng.Wait(length));
        }
    }

    /// <summary>A line that is bad for an hour now and then, and breaks every few minutes meanwhile.</summary>
    private static void BadHours(StoryWorld world)
    {
        double mean = world.Rng.Between(3, 12) * Hour,
            breaks = world.Rng.Between(100, 700),
            length = world.Rng.Between(20, 150);
        foreach (var device in world.Several(5, 12, () => world.Add()))
        {
            while (device.LiveFor(120 + device.Rng.Wait(mean)))
            {
                var calm = device.Now + device.Rng.Wait(Hour);
                while (device.Now < calm && device.LiveFor(5 + device.Rng.Wait(breaks)))
                    device.Lose(device.Rng.Wait(length), Cause.ConnectionReset);
            }
        }
    }
}
