using FleetGenerator.Chance;
using FleetGenerator.Network;

namespace FleetGenerator;

/// <summary>Makes the sites of a hub, and addresses.</summary>
internal static class SiteFactory
{
    private const int DevicesPerSite = 7;

    private static readonly string[] Names =
    [
        "line1",
        "line2",
        "paint",
        "press",
        "yard",
        "dock",
        "roof",
        "north",
        "south",
        "pump",
    ];

    public static List<Site> Create(double devices, Rng rng)
    {
        var count = Math.Max(1, (int)Math.Round(devices / DevicesPerSite));
        return [.. Enumerable.Range(0, count).Select(i => new Site(MaskedAddress(rng), Names[i % Names.Length]))];
    }

    public static string MaskedAddress(Rng rng) => $"{rng.Whole(11, 199)}.{rng.Whole(0, 255)}.{rng.Whole(0, 255)}.XXX";
}
