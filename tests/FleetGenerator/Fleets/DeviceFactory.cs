using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Hubs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator;

/// <summary>Makes one device (a gateway: with its modules) with its habit.</summary>
internal sealed class DeviceFactory(FleetOptions options, SimulationWindow window, Hub hub, Site? site, Rng rng)
{
    private static readonly string[] GatewayModules = ["$edgeAgent", "$edgeHub", "filter", "opcPublisher"];

    public IEnumerable<Device> Create(int index, Habit habit)
    {
        string id = DeviceNames.Create(index, site, rng);
        DeviceDraft draft = HabitRules.Suit(habit, new DeviceDrafts(options, window, rng).Draw(habit), rng);
        if (habit != Habit.Gateway)
            return [Create(id, null, draft, habit, rng, null)];

        List<double> resets = ResetsOfUplink();
        int modules = rng.Whole(2, GatewayModules.Length);
        return GatewayModules.Take(modules).Select(name => Create(id, name, draft, habit, Rng.For(options.Seed, $"{index} {name}"), resets));
    }

    private Device Create(string id, string? module, DeviceDraft draft, Habit habit, Rng ownRng, List<double>? resets)
    {
        var device = new Device
        {
            Hub = hub,
            Id = id,
            ModuleId = module,
            Sdk = draft.Sdk,
            Client = new ClientIdentity(
                draft.Transport, draft.UsesCertificate, site?.MaskedIpAddress ?? SiteFactory.MaskedAddress(rng),
                SdkVersionText.Draw(draft.Sdk.Name, rng.Happens(options.ProductShare), rng)),
            Liveness = new Liveness(draft.Transport, draft.KeepAlive, draft.PingAfter, draft.Sdk.PongWait, draft.Telemetry),
            Retry = draft.Retry,
            Rng = ownRng,
            StartsAt = draft.StartsAt,
        };

        if (site is not null)
            device.Add(new SiteTrouble(device, site));
        foreach (IHubIncident incident in hub.Incidents.OrderBy(incident => incident.Start))
            device.Add(incident.ImpactOn(device));
        if (resets is null)
            device.Add(new LinkTrouble(device, LinkHabits.Draw(draft.Network, ownRng)));
        else
            device.Add(new SharedUplink(device, resets));
        if (draft.RenewsItsToken)
            device.Add(new TokenTrouble(device, Token(draft, ownRng)));
        foreach (object part in new HabitParts(device, draft, options, window, ownRng).Of(habit))
            device.Add(part);
        return device;
    }

    private IToken Token(DeviceDraft draft, Rng ownRng) => draft.UsesCertificate || draft.Transport.IsAmqp()
        ? new NoToken()
        : TokenFactory.Create(
            draft.Sdk.Renewal, draft.TokenLifetime, ownRng.Between(-options.ClockSkew, options.ClockSkew), hub.Grace, ownRng);

    private List<double> ResetsOfUplink()
    {
        var resets = new List<double>();
        double mean = rng.Between(4, 20) * 3600;
        for (double at = window.WarmUpFrom + rng.Wait(mean); at < window.Length; at += 300 + rng.Wait(mean))
            resets.Add(at);
        return resets;
    }
}
