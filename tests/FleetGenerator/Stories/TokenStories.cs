using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator.Stories;

/// <summary>What SAS tokens do that are renewed.</summary>
internal static class TokenStories
{
    private const double Minute = 60;
    private const double Hour = 3600;

    internal static readonly SdkName[] HubCloses = [SdkName.Java, SdkName.DotNet, SdkName.ThreadX, SdkName.FreeRtos];
    private static readonly SdkName[] ClientRenews = [SdkName.C, SdkName.Node, SdkName.Python];

    public static IEnumerable<Story> All =>
        [
            new("lifetimes-of-their-own", OwnLifetimes),
            new("odd-lifetimes", OddLifetimes),
            new("delays-that-vary", VaryingDelays) { Hours = 72 },
            new("short-tokens", ShortTokens) { Hours = 24 },
            new("short-renewals", ShortRenewals) { Hours = 24 },
            new("token-of-the-application", ApplicationToken),
            new("sdk-update", SdkUpdate),
            new("lifetime-change", LifetimeChange),
            new("renewal-and-slow-return", SlowReturn),
            new("tokens-made-together", MadeTogether) { Hours = 72 },
            new("one-hour-of-log", OneHour) { Hours = 1 },
        ];

    private static void OwnLifetimes(StoryWorld world)
    {
        var minutes = world.Rng.Pick([20.0, 30, 45, 75, 90, 120, 150, 180, 240, 360, 480]);
        var overWebSocket = world.Rng.Happens(0.3);
        foreach (
            var device in world.Several(
                6,
                12,
                () =>
                    world.Add(
                        world.Rng.Pick([.. HubCloses, SdkName.Raw, SdkName.C, SdkName.Python]),
                        false,
                        null,
                        minutes,
                        overWebSocket ? Transport.MqttWs : Transport.Mqtt
                    )
            )
        )
            device.LiveUntil(world.End);
    }

    /// <summary>Tokens live for what somebody typed, and clocks are seconds apart.</summary>
    private static void OddLifetimes(StoryWorld world)
    {
        var lifetime = world.Rng.Happens(0.5)
            ? world.Rng.Whole(6, 90) * 5 * Minute
            : world.Rng.Between(7, 400) * Minute;
        double apart = world.Rng.Pick([1.0, 1, 4]),
            moment = world.Rng.Pick([1.0, 2.5, 8, 20]);
        double? phase = world.Rng.Happens(0.25) ? world.Rng.Between(0, 300) : null;
        var grace = new SweepGrace(world.Rng.Pick([0, 5, 10]), 0, moment, phase);
        var sdks = world.Rng.Happens(0.6) ? HubCloses : [.. HubCloses, .. ClientRenews, SdkName.Raw, SdkName.Raw];
        foreach (
            var device in world.Several(
                5,
                16,
                () =>
                    world.Add(
                        world.Rng.Pick(sdks),
                        false,
                        token: new HubClosedToken(lifetime, 1, world.Rng.Between(-apart, apart), grace, world.Rng)
                    )
            )
        )
        {
            var mean = device.Rng.Between(1, 4) * 24 * Hour;
            while (device.LiveFor(device.Rng.Wait(mean)))
                device.Cut(ErrorCodes.ClosedRemotely, Cause.ConnectionReset, device.Retry());
        }
    }

    /// <summary>
    /// The hub takes up to half a minute after each of its sweeps until a session is closed, or any of the ten minutes
    /// that the documentation allows.
    /// </summary>
    private static void VaryingDelays(StoryWorld world)
    {
        var lifetime = world.Rng.Pick([1.0, 1, 1, 2, 4]) * Hour;
        var grace = world.Rng.Happens(0.5)
            ? new SweepGrace(0, 0, 10 * Minute)
            : new SweepGrace(world.Rng.Pick([0, 5, 10]), world.Rng.Pick([0, 0.15, 0.4, 0.7]), world.Rng.Between(8, 30));
        var away = world.Rng.Pick([2.0, 10, 60]);
        foreach (
            var device in world.Several(
                3,
                9,
                () =>
                    world.Add(
                        world.Rng.Pick(HubCloses),
                        false,
                        token: new HubClosedToken(lifetime, 1, world.Rng.Between(-1, 1), grace, world.Rng)
                    )
            )
        )
        {
            device.Reconnects = () => away * device.Rng.Between(0.8, 1.3);
            device.LiveUntil(world.End);
        }
    }

    private static void ShortTokens(StoryWorld world)
    {
        var minutes = world.Rng.Pick([5.0, 10, 15, 15, 20, 20]);
        foreach (var device in world.Several(4, 9, () => world.Add(world.Rng.Pick(HubCloses), false, null, minutes)))
            device.LiveUntil(world.End);
    }

    private static void ShortRenewals(StoryWorld world)
    {
        var minutes = world.Rng.Pick([5.0, 5, 6, 10]);
        foreach (
            var device in world.Several(
                4,
                9,
                () => world.Add(world.Rng.Pick([SdkName.C, SdkName.Python]), false, null, minutes)
            )
        )
            device.LiveUntil(world.End);
    }

    /// <summary>The application makes the token, so that the hub closes it whatever the SDK.</summary>
    private static void ApplicationToken(StoryWorld world)
    {
        var lifetime = world.Rng.Pick([1.0, 1, 1, 2, 4, 8]) * Hour;
        var grace = new SweepGrace(world.Rng.Pick([0, 5, 10]), 0.05);
        var away = world.Rng.Between(2, 50);
        foreach (
            var device in world.Several(
                4,
                9,
                () =>
                    world.Add(
                        world.Rng.Pick(ClientRenews),
                        false,
                        token: new HubClosedToken(lifetime, 1, world.Rng.Between(-2, 2), grace, world.Rng)
                    )
            )
        )
        {
            device.Reconnects = () => away * device.Rng.Between(0.8, 1.3);
            device.LiveUntil(world.End);
        }
    }

    private static void SdkUpdate(StoryWorld world)
    {
        var grace = new SweepGrace(world.Rng.Pick([0, 5, 10]), 0.05);
        foreach (var device in world.Several(4, 9, () => world.Add(world.Rng.Pick(HubCloses), false)))
        {
            device.LiveUntil(world.Sometime());
            var next = device.Rng.Pick(ClientRenews);
            device.Client = device.Client with { SdkVersion = SdkVersionText.Draw(next, false, device.Rng) };
            device.Use(TokenFactory.Create(SdkCatalog.Of(next).Renewal, Hour, 0, grace, device.Rng));
            device.Cut(null, Cause.ClientClosed, device.Rng.Between(20, 300), Cause.DeviceRestarted);
            device.LiveUntil(world.End);
        }
    }

    private static void LifetimeChange(StoryWorld world)
    {
        double at = world.Sometime(),
            before = world.Rng.Pick([0.5, 1, 1, 2]) * Hour,
            after = before * world.Rng.Pick([2.0, 3, 4]);
        var grace = new SweepGrace(world.Rng.Pick([0, 5, 10]), 0.05);
        foreach (
            var device in world.Several(4, 9, () => world.Add(world.Rng.Pick(HubCloses), false, null, before / 60))
        )
        {
            device.LiveUntil(at + device.Rng.Between(0, 600));
            device.Use(new HubClosedToken(after, 1, device.Rng.Between(-1, 1), grace, device.Rng));
            device.Cut(null, Cause.ClientClosed, device.Rng.Between(20, 200));
            device.LiveUntil(world.End);
        }
    }

    private static void SlowReturn(StoryWorld world)
    {
        var away = world.Rng.Between(25, 400);
        foreach (var device in world.Several(4, 9, () => world.Add(world.Rng.Pick(ClientRenews), false)))
        {
            device.Reconnects = () => away * device.Rng.Between(0.8, 1.4);
            device.LiveUntil(world.End);
        }
    }

    /// <summary>A backend makes all tokens at once, so that they end at once, wherever the devices are.</summary>
    private static void MadeTogether(StoryWorld world)
    {
        double period = world.Rng.Pick([4.0, 6, 8, 12, 24]) * Hour,
            phase = world.Rng.Between(0, period),
            within = world.Rng.Between(1, 90),
            slowest = world.Rng.Between(3, 45);
        var grace = new SweepGrace(world.Rng.Pick([0, 5, 10]), world.Rng.Pick([0, 0.02, 0.4]));
        foreach (
            var device in world.Several(
                15,
                40,
                () =>
                    world.Add(
                        world.Rng.Pick([SdkName.Raw, SdkName.EmbeddedC, SdkName.FreeRtos]),
                        false,
                        token: new TokenMadeTogether(period, phase + world.Rng.Between(0, within), grace, world.Rng)
                    )
            )
        )
        {
            device.Reconnects = () => device.Rng.Between(2, slowest);
            device.LiveUntil(world.End);
        }
    }

    private static void OneHour(StoryWorld world)
    {
        foreach (var device in world.Several(10, 25, () => world.Add(world.Rng.Pick([.. HubCloses, .. ClientRenews]))))
        {
            if (device.Rng.Happens(0.25) && device.LiveUntil(device.Rng.Between(60, world.End - 60)))
                device.Cut(ErrorCodes.ClosedRemotely, Cause.ConnectionReset, device.Retry());
            device.LiveUntil(world.End);
        }
    }
}
