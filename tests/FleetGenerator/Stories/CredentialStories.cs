using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator.Stories;

/// <summary>What clocks, keys and certificates do that the hub no longer takes.</summary>
internal static class CredentialStories
{
    private const double Minute = 60;
    private const double Hour = 3600;

    public static IEnumerable<Story> All =>
        [
            new("clock-behind", ClockBehind),
            new("clock-drifts", ClockDrifts) { Hours = 240 },
            new("clock-not-set-after-boot", ClockNotSet),
            new("certificate-expired-everywhere", CertificateExpired),
            new("keys-rolled", KeysRolled),
            new("token-made-once", TokenMadeOnce),
            new("one-401003-among-cuts", OneUnauthorized),
        ];

    /// <summary>A clock that is behind makes tokens that are old from the first.</summary>
    private static void ClockBehind(StoryWorld world)
    {
        var grace = new SweepGrace(world.Rng.Pick([0, 5, 10]), 0.02);
        foreach (var device in world.Several(1, 3, () => world.Add(world.Rng.Pick(TokenStories.HubCloses), false)))
        {
            device.Use(new HubClosedToken(Hour, 1, -device.Rng.Between(4, 40) * Minute, grace, device.Rng));
            device.LiveUntil(world.End);
        }
        foreach (var device in world.Several(4, 8, () => world.Add(world.Rng.Pick(TokenStories.HubCloses), false)))
            device.LiveUntil(world.End);
    }

    /// <summary>A clock that nobody sets for days loses or gains some seconds a day, and so does each token.</summary>
    private static void ClockDrifts(StoryWorld world)
    {
        var grace = new SweepGrace(world.Rng.Pick([0, 5, 10]), world.Rng.Pick([0, 0.05, 0.3]), world.Rng.Between(2, 8));
        double lifetime = world.Rng.Pick([1.0, 1, 2]) * Hour,
            set = world.Rng.Between(4, 12) * 24 * Hour;
        foreach (var device in world.Several(3, 8, () => world.Add(world.Rng.Pick(TokenStories.HubCloses), false)))
        {
            var pace = device.Rng.Between(12, 50) * device.Rng.Pick([-1, -1, -1, 1]) / (24 * Hour);
            var until = set;
            if (device.Rng.Happens(0.2))
            {
                pace *= -50 * Math.Sign(pace);
                until = 0.7 * lifetime / -pace;
            }
            var since = -device.Rng.Between(0, until);
            device.Use(new DriftingToken(lifetime, pace, since, until, grace, device.Rng));
            device.LiveUntil(world.End);
        }
    }

    private static void ClockNotSet(StoryWorld world)
    {
        foreach (var device in world.Several(4, 9, () => world.Add(certificate: false)))
        {
            double mean = device.Rng.Between(5, 20) * Hour,
                boot = device.Rng.Between(15, 90);
            var losesPower = device.Rng.Happens(0.4);
            while (device.LiveFor(60 + device.Rng.Wait(mean)))
            {
                // Without a word of the device's, the hub may notice when it has been refused for some time.
                Cause[] alsoRight = losesPower ? [Cause.NetworkLost] : [];
                var noticed = device.Now + (losesPower ? device.HubNotices() : 0);
                device.EndAt(noticed, ErrorCodes.ClosedRemotely, Cause.DeviceRestarted, alsoRight);
                var back = device.Now + boot * device.Rng.Between(0.95, 1.05);
                device.Refused(
                    ErrorCodes.Unauthorized,
                    Cause.Unauthorized,
                    back - device.Now,
                    Math.Max(noticed, back) + device.Rng.Between(5, 200),
                    device.Rng.Between(5, 15)
                );
                device.Connect(anew: true);
            }
        }
    }

    private static void CertificateExpired(StoryWorld world)
    {
        double at = world.Sometime(),
            mended = at + world.Rng.Between(2, 20) * Hour;
        foreach (var device in world.Several(12, 40, () => world.Add(certificate: true)))
        {
            var mean = device.Rng.Between(1, 6) * Hour;
            while (device.Now < at && device.LiveFor(device.Rng.Wait(mean)))
            {
                if (device.Now < at)
                    device.Cut(ErrorCodes.ClosedRemotely, Cause.ConnectionReset, device.Retry());
            }
            device.End(ErrorCodes.ClosedRemotely, Cause.Unauthorized, Cause.ConnectionReset, Cause.NetworkLost);
            device.Refused(ErrorCodes.Unauthorized, Cause.Unauthorized, device.Retry(), mended, 300, Scope.Hub);
            device.Connect();
            device.LiveUntil(world.End);
        }
    }

    private static void KeysRolled(StoryWorld world)
    {
        double at = world.Sometime(),
            mended = at + world.Rng.Between(1, 8) * Hour;
        foreach (var device in world.Several(5, 20, () => world.Add(certificate: false)))
        {
            if (!device.LiveUntil(at + device.Rng.Between(0, 30)))
                continue;
            device.End(ErrorCodes.Unauthorized, Cause.Unauthorized, Cause.SasTokenExpired);
            device.Refused(ErrorCodes.Unauthorized, Cause.Unauthorized, device.Retry(), mended, 300);
            device.Connect();
            device.LiveUntil(world.End);
        }
    }

    /// <summary>Made for weeks by hand: it ends one day, and nobody has made another.</summary>
    private static void TokenMadeOnce(StoryWorld world)
    {
        foreach (
            var device in world.Several(
                5,
                15,
                () => world.Add(world.Rng.Pick([SdkName.Raw, SdkName.FreeRtos, SdkName.C]), false, token: new NoToken())
            )
        )
        {
            var mean = device.Rng.Between(3, 30) * Hour;
            var ends = device.Rng.Between(0.1, 0.9) * world.End;
            while (device.LiveFor(Math.Min(device.Rng.Wait(mean), ends - device.Now)) && device.Now < ends)
                device.Cut(ErrorCodes.ClosedRemotely, Cause.ConnectionReset, device.Retry());
            device.End(
                device.Rng.Happens(0.4) ? ErrorCodes.Unauthorized : ErrorCodes.ClosedRemotely,
                Cause.SasTokenExpired,
                Cause.Unauthorized
            );
            device.Refused(ErrorCodes.Unauthorized, Cause.Unauthorized, device.Retry(), world.End, 120);
        }
    }

    private static void OneUnauthorized(StoryWorld world)
    {
        double timer = world.Rng.Whole(8, 50) * 30;
        foreach (var device in world.Several(3, 7, () => world.Add(SdkName.Raw, token: new NoToken())))
        {
            var odd = device.Rng.Whole(10, 40);
            for (var i = 0; device.LiveFor(timer + device.Rng.Between(0.1, 0.6)); i++)
            {
                if (i == odd)
                    device.Cut(
                        ErrorCodes.Unauthorized,
                        Cause.IdleTimeout,
                        device.Retry(),
                        Cause.SasTokenExpired,
                        Cause.Unauthorized
                    );
                else
                    device.Cut(ErrorCodes.ClosedRemotely, Cause.IdleTimeout, device.Retry());
            }
        }
    }
}
