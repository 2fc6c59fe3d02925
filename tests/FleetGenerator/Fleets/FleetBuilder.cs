using FleetGenerator.Chance;
using FleetGenerator.Habits;
using FleetGenerator.Hubs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;

namespace FleetGenerator;

/// <summary>Builds hubs, sites and devices as the options say.</summary>
internal sealed class FleetBuilder(FleetOptions options, SimulationWindow window)
{
    public List<Device> Build()
    {
        var rng = Rng.For(options.Seed, "fleet");
        var hubFactory = new HubFactory(options, rng);
        List<Hub> hubs = [.. Enumerable.Range(0, options.Hubs).Select(hubFactory.Create)];
        List<List<Site>> sites =
        [
            .. hubs.Select(_ => SiteFactory.Create(options.Devices * options.SiteShare / options.Hubs, rng)),
        ];

        var planner = new IncidentPlanner(options.Incidents, window, rng);
        planner.PlanHubs(hubs);
        planner.PlanSites([.. sites.SelectMany(ofHub => ofHub)]);

        var devices = new List<Device>();
        var habits = HabitDeck.Deal(options.Habits, options.Devices, rng);
        for (var i = 0; i < options.Devices; i++)
        {
            var hub = rng.Whole(0, hubs.Count - 1);
            var site = rng.Happens(options.SiteShare) ? rng.Pick(sites[hub]) : null;
            var factory = new DeviceFactory(options, window, hubs[hub], site, Rng.For(options.Seed, $"device {i}"));
            devices.AddRange(factory.Create(i, habits[i]));
        }

        return devices;
    }
}
