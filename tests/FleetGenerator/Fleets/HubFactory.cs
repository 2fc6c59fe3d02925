using FleetGenerator.Chance;
using FleetGenerator.Hubs;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator;

/// <summary>Makes hubs, each with its ways.</summary>
internal sealed class HubFactory(FleetOptions options, Rng rng)
{
    private static readonly string[] Names =
    [
        "FABRIKAM-PROD",
        "TAILSPIN-FIELD",
        "NORTHWIND-EDGE",
        "ADATUM-IOT",
        "WINGTIP-METERS",
        "LITWARE-KIOSKS",
    ];
    private static readonly string[] Locations =
    [
        "westeurope",
        "eastus",
        "West Europe",
        "southcentralus",
        "northeurope",
        "Central US",
    ];

    public Hub Create(int index)
    {
        var name = Names[index % Names.Length] + (index < Names.Length ? "" : $"-{index}");
        var id = Rng.For(options.Seed, "subscription").Bits();
        var subscription =
            $"{id >> 32:X8}-{(id >> 16) & 0xFFFF:X4}-4{id & 0xFFF:X3}-A{(id >> 4) & 0xFFF:X3}"
            + $"-{(id * 31) & 0xFFFFFFFFFFFF:X12}";
        return new Hub
        {
            Name = name,
            ResourceId =
                $"/SUBSCRIPTIONS/{subscription}/RESOURCEGROUPS/{name.Split('-')[0]}"
                + $"-RG/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/{name}",
            Location = Locations[index % Locations.Length],
            Grace = new SweepGrace(options.GraceMinutes.Draw(rng), options.UnusualGraceShare),
            ExpiryPatterns = PatternsOfOneHub(),
            LateTakeoverShare = options.LateTakeoverShare,
        };
    }

    /// <summary>A hub has one pattern that it follows nearly always.</summary>
    private Mix<ExpiryPattern> PatternsOfOneHub() =>
        new() { { options.ExpiryPatterns.Draw(rng), 1 }, { options.ExpiryPatterns.Draw(rng), rng.Between(0, 0.25) } };
}
