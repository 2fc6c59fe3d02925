using FleetGenerator.Chance;
using FleetGenerator.Hubs;
using FleetGenerator.Logs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;
using static FleetGenerator.Samples.SampleClock;

namespace FleetGenerator.Samples;

/// <summary>The small fleet that ships with the module: two plants, half a day, every cause.</summary>
public static class SampleFleet
{
    private const int Seed = 8;
    private const string Prefix =
        "/SUBSCRIPTIONS/8E2F1B7A-6C34-4D0E-9A51-2B7F0C9D4E63/RESOURCEGROUPS/FABRIKAM-IOT"
        + "/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/";

    /// <summary>Simulates it. Every call gives the same rows.</summary>
    public static Fleet Create()
    {
        var izmir = CreateHub("FABRIKAM-IZMIR", "westeurope", 5, ExpiryPattern.UnauthorizedThenClosed);
        izmir.Incidents.Add(new HubFault(At(13, 5), 150, 0.8));
        izmir.Incidents.Add(new HubMaintenance(At(20, 40), 2, 240));

        var eindhoven = CreateHub("FABRIKAM-EINDHOVEN", "northeurope", 10, ExpiryPattern.ClosedThenRefused);
        eindhoven.Incidents.Add(new HubFailover(At(18, 50), 420));
        eindhoven.Incidents.Add(new QuotaExhaustion(At(22, 50), At(24), 0.4, false));

        var devices = new IzmirPlant()
            .Devices.Select(device => Assemble(device, izmir))
            .Concat(new EindhovenPlant().Devices.Select(device => Assemble(device, eindhoven)));
        return Fleet.Run(Options, Window, [.. devices]);
    }

    /// <summary>
    /// The presets' options, of which only the seed, the log's artefacts and its files' names matter here.
    /// </summary>
    private static FleetOptions Options =>
        FleetPresets.Plain(Seed) with
        {
            Artefacts = new LogArtefacts { DuplicateShare = 0.004, LateShare = 0.006 },
            PathOf = ExportPath.InPackage,
        };

    private static Hub CreateHub(string name, string location, int graceMinutes, ExpiryPattern pattern) =>
        new()
        {
            Name = name,
            ResourceId = Prefix + name,
            Location = location,
            Grace = new SweepGrace(graceMinutes, 0),
            ExpiryPatterns = new() { { pattern, 1 } },
            LateTakeoverShare = 0,
        };

    private static Device Assemble(SampleDevice sample, Hub hub)
    {
        var rng = Rng.For(Seed, sample.Id);
        var device = new DeviceAssembler(hub, sample.Site, 1).Assemble(
            sample.Id,
            sample.ModuleId,
            sample.Draft(rng),
            sample.Client(rng),
            sample.Link,
            rng
        );
        foreach (var part in sample.Habit(device))
            device.Add(part);
        return device;
    }
}
