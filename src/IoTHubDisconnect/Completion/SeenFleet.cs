using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// The hubs and devices of the log that a runspace read last, which Tab offers. Runspaces know nothing of each other's.
/// </summary>
/// <param name="Hubs">By name.</param>
/// <param name="Devices">By id.</param>
internal sealed record SeenFleet(IReadOnlyList<string> Hubs, IReadOnlyList<string> Devices)
{
    private static readonly ConditionalWeakTable<Runspace, SeenFleet> Fleets = [];

    /// <summary>Empty where the runspace has read no log.</summary>
    public static SeenFleet Latest
    {
        get => Fleets.TryGetValue(Runspace.DefaultRunspace, out var fleet) ? fleet : new SeenFleet([], []);
        set => Fleets.AddOrUpdate(Runspace.DefaultRunspace, value);
    }
}
