using FleetGenerator.Chance;

namespace FleetGenerator.Network;

/// <summary>The links that devices have.</summary>
public enum NetworkQuality
{
    /// <summary>Cables and managed switches: a loss or two a year.</summary>
    Wired,

    /// <summary>Hardly ever a loss.</summary>
    Good,

    /// <summary>Connections are reset now and then.</summary>
    Flaky,

    /// <summary>Outages of minutes to hours.</summary>
    Outages,

    /// <summary>Short losses, and NAT entries that vanish.</summary>
    Cellular,
}

/// <summary>How often a link is reset or lost, and for how long. Means in hours and seconds.</summary>
internal sealed record LinkHabits(
    double ResetHours,
    double LossHours,
    double LossSeconds,
    double FlowLostShare,
    double PowerShare
)
{
    public static LinkHabits Draw(NetworkQuality quality, Rng rng) =>
        quality switch
        {
            NetworkQuality.Wired => new(rng.Between(2000, 8000), rng.Between(2000, 8000), 600, 0.2, 0.4),
            NetworkQuality.Good => new(rng.Between(80, 300), rng.Between(100, 400), 600, 0.2, 0.4),
            NetworkQuality.Flaky => new(rng.Between(1.5, 12), rng.Between(40, 200), 120, 0.4, 0.1),
            NetworkQuality.Outages => new(rng.Between(40, 200), rng.Between(6, 24), rng.Between(600, 5400), 0.2, 0.3),
            _ => new(rng.Between(8, 60), rng.Between(3, 15), rng.Between(60, 600), 0.7, 0.05),
        };
}
