using FleetGenerator;
using IoTHubDisconnect;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Tests.Causes;

namespace CauseFitting;

/// <summary>One disconnect of a simulated fleet, as the module finds it, with what truly caused it.</summary>
internal sealed record LabelledDisconnect(Label Label, DeviceDisconnect Disconnect);

/// <summary>Reads a simulated fleet's log as the module does and finds the label of each disconnect.</summary>
internal static class LabelledDisconnects
{
    public static List<LabelledDisconnect> Of(Fleet fleet, Func<Label, bool>? isWanted = null) =>
        SimulatedLog.Read<List<LabelledDisconnect>>(
            fleet,
            log =>
                [
                    .. Match(fleet.Labels, log.Find(new DisconnectFilter()))
                        .Where(d => isWanted?.Invoke(d.Label) != false),
                ]
        );

    private static IEnumerable<LabelledDisconnect> Match(
        IEnumerable<Label> labels,
        IEnumerable<DeviceDisconnect> disconnects
    )
    {
        Dictionary<(string, string, string?, string), List<DeviceDisconnect>> open = disconnects
            .GroupBy(d => (d.HubName.ToUpperInvariant(), d.DeviceId, d.ModuleId, d.Kind.ToString()))
            .ToDictionary(g => g.Key, g => g.ToList());
        foreach (var label in labels)
        {
            if (
                !open.TryGetValue(
                    (label.HubName, label.DeviceId, label.ModuleId, label.Kind.ToString()),
                    out var candidates
                )
            )
                continue;
            var tolerance = TimeSpan.FromSeconds(label.Kind == LabelKind.Closed ? 5 : 120);
            var nearest = candidates.MinBy(d => (d.Time - label.Time).Duration());
            if (nearest is null || (nearest.Time - label.Time).Duration() > tolerance)
                continue;
            candidates.Remove(nearest);
            yield return new LabelledDisconnect(label, nearest);
        }
    }
}
