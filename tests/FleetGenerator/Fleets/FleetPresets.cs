using FleetGenerator.Chance;
using FleetGenerator.Logs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;

namespace FleetGenerator;

/// <summary>Kinds of fleets. Within a kind the shares move with the seed, so that no two are alike.</summary>
public static class FleetPresets
{
    private const double Spread = 0.5;

    /// <summary>The presets by name.</summary>
    public static IReadOnlyDictionary<string, Func<int, FleetOptions>> All { get; } =
        new Dictionary<string, Func<int, FleetOptions>>
        {
            ["plain"] = Plain,
            ["odd"] = Odd,
            ["quiet"] = Quiet,
            ["wired"] = Wired,
            ["noisy"] = Noisy,
            ["raw"] = Raw,
            ["mixed"] = Mixed,
        };

    /// <summary>
    /// Defaults everywhere: most tokens live 60 minutes, most devices name their SDK, the log is good.
    /// </summary>
    public static FleetOptions Plain(int seed) =>
        Common(seed, "plain") with
        {
            Artefacts = new LogArtefacts
            {
                LostShare = 0.002,
                DuplicateShare = 0.002,
                LateShare = 0.002,
                BrokenLines = 2,
            },
        };

    /// <summary>Unusual lifetimes, no 401003 at a session's end, no SDK on disconnect rows, whole seconds.</summary>
    public static FleetOptions Odd(int seed)
    {
        var rng = Rng.For(seed, "odd");
        return Common(seed, "odd") with
        {
            Sdks = FleetShares.ManyRawSdks.Varied(rng, Spread),
            TokenMinutes = FleetShares.OddLifetimes.Varied(rng, Spread),
            ExpiryPatterns = new()
            {
                { ExpiryPattern.ClosedOnly, rng.Unit() },
                { ExpiryPattern.ClosedThenRefused, rng.Unit() },
            },
            UnusualGraceShare = rng.Between(0, 0.15),
            ClockSkew = 20,
            Artefacts = new LogArtefacts
            {
                LostShare = 0.005,
                DuplicateShare = 0.004,
                LateShare = 0.004,
                WholeSeconds = true,
                SdkOnDisconnect = false,
                BrokenLines = 4,
            },
        };
    }

    /// <summary>Hardly anything but renewals and schedules.</summary>
    public static FleetOptions Quiet(int seed) =>
        Common(seed, "quiet") with
        {
            Networks = new() { { NetworkQuality.Good, 1 } },
            Habits = FleetShares.QuietHabits,
            Incidents = new(0, seed % 2, 0, 0, 0),
        };

    /// <summary>
    /// Devices on cables, which renew their tokens and little else; the log loses and repeats rows as logs do.
    /// </summary>
    public static FleetOptions Wired(int seed) =>
        Quiet(seed) with
        {
            Networks = new() { { NetworkQuality.Wired, 1 } },
            Incidents = new(0, 0, 0, 0, 0),
            Artefacts = new LogArtefacts
            {
                LostShare = 0.005,
                DuplicateShare = 0.002,
                LateShare = 0.002,
            },
        };

    /// <summary>A log that loses, repeats and delays rows, about devices on bad lines.</summary>
    public static FleetOptions Noisy(int seed) =>
        Common(seed, "noisy") with
        {
            Networks = FleetShares.BadNetworks,
            HardRebootShare = 0.25,
            LateTakeoverShare = 0.25,
            ClockSkew = 10,
            Artefacts = new LogArtefacts
            {
                LostShare = 0.03,
                DuplicateShare = 0.03,
                LateShare = 0.03,
                MixedOrder = true,
                TextCodeShare = 0.3,
                LowerCaseShare = 0.1,
                BrokenLines = 20,
            },
        };

    /// <summary>As plain, but no row names an SDK.</summary>
    public static FleetOptions Raw(int seed) =>
        Plain(seed) with
        {
            Artefacts = new LogArtefacts
            {
                LostShare = 0.005,
                DuplicateShare = 0.002,
                SdkAnywhere = false,
            },
        };

    /// <summary>A bit of everything, decided by the seed.</summary>
    public static FleetOptions Mixed(int seed)
    {
        var rng = Rng.For(seed, "mixed");
        return Common(seed, "mixed") with
        {
            Hubs = rng.Whole(1, 4),
            TokenMinutes = (rng.Happens(0.5) ? FleetShares.OddLifetimes : FleetShares.UsualLifetimes).Varied(rng, 0.9),
            Networks = FleetShares.Networks.Varied(rng, 0.9),
            CertificateShare = rng.Between(0, 0.4),
            HardRebootShare = rng.Between(0, 0.3),
            LateTakeoverShare = rng.Between(0, 0.3),
            UnusualGraceShare = rng.Between(0, 0.2),
            ClockSkew = rng.Between(0, 25),
            Incidents = new(
                rng.Whole(1, 4),
                rng.Whole(1, 3),
                rng.Whole(0, 2),
                rng.Whole(0, 2),
                rng.Whole(2, 8),
                QuotaLetsIn: 0.3
            ),
            Artefacts = ArtefactsByChance(rng),
        };
    }

    private static FleetOptions Common(int seed, string part)
    {
        var rng = Rng.For(seed, part + ":common");
        return new FleetOptions
        {
            Seed = seed,
            Sdks = FleetShares.Sdks.Varied(rng, Spread),
            Transports = FleetShares.Transports.Varied(rng, Spread),
            TokenMinutes = FleetShares.UsualLifetimes.Varied(rng, Spread),
            Networks = FleetShares.Networks.Varied(rng, Spread),
            Habits = FleetShares.Habits.Varied(rng, Spread),
            GraceMinutes = FleetShares.GraceMinutes,
            ExpiryPatterns = FleetShares.ExpiryPatterns.Varied(rng, 0.9),
            Incidents = new(2, 2, 1, 1, 5),
        };
    }

    private static LogArtefacts ArtefactsByChance(Rng rng) =>
        new()
        {
            LostShare = rng.Between(0, 0.02),
            DuplicateShare = rng.Between(0, 0.02),
            LateShare = rng.Between(0, 0.02),
            MixedOrder = rng.Happens(0.5),
            WholeSeconds = rng.Happens(0.4),
            SdkOnDisconnect = rng.Happens(0.5),
            SdkAnywhere = rng.Happens(0.8),
            TextCodeShare = rng.Between(0, 0.5),
            PercentEncodedShare = rng.Between(0, 0.2),
            LowerCaseShare = rng.Happens(0.5) ? 0.2 : 0,
            BrokenLines = rng.Whole(0, 8),
        };
}
