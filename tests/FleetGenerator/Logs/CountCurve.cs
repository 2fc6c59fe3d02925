using FleetGenerator.Sessions;

namespace FleetGenerator.Logs;

/// <summary>Turns each hub's connects and disconnects into the metric's minutes.</summary>
internal static class CountCurve
{
    private const double Minute = 60;

    public static Dictionary<string, IReadOnlyList<ConnectedCount>> Of(ConnectionLog log, SimulationWindow window) =>
        log
            .Presence.GroupBy(change => change.Hub)
            .OrderBy(hub => hub.Key, StringComparer.Ordinal)
            .ToDictionary(hub => hub.Key, hub => Minutes(hub.OrderBy(change => change.At), window));

    private static IReadOnlyList<ConnectedCount> Minutes(
        IEnumerable<(double At, string Hub, int Change)> changes,
        SimulationWindow window
    )
    {
        var minutes = new List<ConnectedCount>();
        int count = 0,
            low = 0,
            high = 0;
        var end = Minute;

        foreach ((var at, _, var change) in changes)
        {
            if (at >= window.Length)
                break;
            for (; at >= end; end += Minute)
                Close(end);
            count += change;
            if (at < 0)
                low = high = count;
            low = Math.Min(low, count);
            high = Math.Max(high, count);
        }

        for (; end <= window.Length; end += Minute)
            Close(end);
        return minutes;

        void Close(double until)
        {
            minutes.Add(new ConnectedCount(window.TimeOf(until - Minute), (low + high) / 2.0, low, high));
            low = high = count;
        }
    }
}
