using FleetGenerator.Network;

namespace FleetGenerator.Sessions;

/// <summary>A label while its rows are still being written.</summary>
internal sealed class LabelDraft(Device device, LabelKind kind, Cause cause, Scope scope)
{
    private readonly List<double> _rowTimes = [];

    public Cause Cause => cause;

    public SiteOutage? Outage { get; init; }

    /// <summary>Other answers that are right, because a log cannot tell them apart.</summary>
    public IReadOnlyList<Cause> AlsoRight { get; set; } = [];

    /// <summary>Whether the device was not back when the simulation ended.</summary>
    public bool NeverBack { get; set; }

    public void Add(double rowTime) => _rowTimes.Add(rowTime);

    /// <summary>The label as the window shows it; null where none of its rows is in the window.</summary>
    public Label? Finish(SimulationWindow window)
    {
        var first = double.PositiveInfinity;
        foreach (var time in _rowTimes)
        {
            if (window.Shows(time) && time < first)
                first = time;
        }

        if (double.IsInfinity(first))
            return null;
        var reach = Outage is { Hits: > 1 } ? Scope.Site : scope;
        return new Label(
            device.Hub.Name,
            device.Id,
            device.ModuleId,
            kind,
            window.TimeOf(first),
            cause,
            reach,
            device.Sdk.Label
        )
        {
            AlsoRight = AlsoRight,
            NeverBack = NeverBack,
        };
    }
}
