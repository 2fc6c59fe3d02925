using System.Globalization;
using FleetGenerator;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Comparisons;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Tests.Causes;

namespace IoTHubDisconnect.Tests.Comparisons;

/// <summary>The causes of a simulated fleet's disconnects, to be compared with each other.</summary>
internal sealed class ComparedFleet
{
    private readonly FleetOptions _options;

    public ComparedFleet(FleetOptions options)
    {
        _options = options;
        Causes = SimulatedLog.Read<DisconnectCause[]>(
            Fleet.Simulate(options),
            log =>
                [
                    .. log.Find(new DisconnectFilter())
                        .Select(d => CauseExplainer.Resolve(d, ResolveOptions.None, CultureInfo.InvariantCulture)),
                ]
        );
    }

    public IReadOnlyList<DisconnectCause> Causes { get; }

    /// <summary>
    /// Compares the first hours with the ones after them. All devices connect as the log begins, so that no token ends
    /// in its first hours.
    /// </summary>
    public IReadOnlyList<DisconnectComparison> Halves(double firstPart)
    {
        var start = _options.Start.AddHours(8);
        var length = TimeSpan.FromHours(_options.Hours - 8);
        var middle = start + length * firstPart;
        return Compare(
            Causes.Where(c => c.Time >= start),
            c => c.Time < middle,
            new(start.UtcTicks, length * firstPart),
            new(middle.UtcTicks, length * (1 - firstPart))
        );
    }

    /// <summary>Compares the first hub with the others.</summary>
    public IReadOnlyList<DisconnectComparison> Hubs()
    {
        var hub = Causes.Min(c => c.HubName);
        var period = new ComparedPeriod(_options.Start.UtcTicks, TimeSpan.FromHours(_options.Hours));
        return Compare(Causes, c => c.HubName == hub, period, period);
    }

    private static IReadOnlyList<DisconnectComparison> Compare(
        IEnumerable<DisconnectCause> causes,
        Func<DisconnectCause, bool> isReference,
        ComparedPeriod reference,
        ComparedPeriod difference
    )
    {
        var builder = new ComparisonBuilder();
        foreach (var cause in causes)
            (isReference(cause) ? builder.Reference : builder.Difference).Add(
                ComparedDisconnect.Of(new Verdict(cause))
            );
        return builder.Build(reference, difference, 0.05, CancellationToken.None);
    }
}
