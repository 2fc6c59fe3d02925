using FleetGenerator.Chance;
using FleetGenerator.Network;

namespace FleetGenerator;

/// <summary>Device ids in the many ways that people make them. Ids are case-sensitive.</summary>
internal static class DeviceNames
{
    public static string Create(int index, Site? site, Rng rng) =>
        rng.Whole(0, 6) switch
        {
            0 => $"{site?.Name ?? "field"}-{index:000}",
            1 => $"{rng.Bits() & 0xFFFFFFFFFFFF:X12}",
            2 => $"sn{rng.Whole(10000, 99999)}{index:0000}",
            3 => $"{site?.Name ?? "unit"}.sensor:{index}",
            4 => $"{(index % 2 == 0 ? "Meter" : "METER")}_{index / 2:0000}",
            5 => $"{rng.Bits():x16}-{index:x4}",
            _ => $"device-{index:00000}",
        };
}
