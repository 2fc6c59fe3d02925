using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Hubs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;

namespace FleetGenerator;

/// <summary>Makes one device (a gateway: with its modules) with its habit.</summary>
internal sealed class DeviceFactory(FleetOptions options, SimulationWindow window, Hub hub, Site? site, Rng rng)
{
    private static readonly string[] GatewayModules = ["$edgeAgent", "$edgeHub", "filter", "opcPublisher"];

    private readonly DeviceAssembler _assembler = new(hub, site, options.ClockSkew);

    public IEnumerable<Device> Create(int index, Habit habit)
    {
        var id = DeviceNames.Create(index, site, rng);
        var draft = HabitRules.Suit(habit, new DeviceDrafts(options, window, rng).Draw(habit), rng);
        return habit == Habit.Gateway ? Modules(id, draft) : [Single(id, draft, habit)];
    }

    private Device Single(string id, DeviceDraft draft, Habit habit)
    {
        var device = _assembler.Assemble(id, null, draft, Client(draft), LinkHabits.Draw(draft.Network, rng), rng);
        foreach (var part in new HabitParts(device, draft, options, window, rng).Of(habit))
            device.Add(part);
        return device;
    }

    private IEnumerable<Device> Modules(string id, DeviceDraft draft)
    {
        var resets = SharedUplink.Resets(rng.Between(4, 20) * 3600, window, rng);
        var client = Client(draft);
        foreach (var name in GatewayModules.Take(rng.Whole(2, GatewayModules.Length)))
        {
            var module = _assembler.Assemble(id, name, draft, client, null, Rng.For(options.Seed, $"{id} {name}"));
            module.Add(new SharedUplink(module, resets));
            yield return module;
        }
    }

    private ClientIdentity Client(DeviceDraft draft) =>
        new(
            draft.Transport,
            draft.UsesCertificate,
            site?.MaskedIpAddress ?? SiteFactory.MaskedAddress(rng),
            SdkVersionText.Draw(draft.Sdk.Name, rng.Happens(options.ProductShare), rng)
        );
}
