using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Comparisons;

/// <summary>
/// Gathers one side of a comparison. Chance is drawn device by device, so that these come in
/// one order whichever thread met which.
/// </summary>
internal sealed class ComparedVerdicts : IVerdictVisitor<ComparedVerdicts>
{
    private readonly List<ComparedDisconnect> _all = [];

    /// <summary>By hub and device, each device's in order of time.</summary>
    public IEnumerable<ComparedDisconnect> InOrder =>
        _all.OrderBy(d => d.HubName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(d => d.DeviceId, StringComparer.Ordinal)
            .ThenBy(d => d.ModuleId, StringComparer.Ordinal);

    public ComparedVerdicts Split() => new();

    public void Meet(DeviceProfile device, HubActivity hub) { }

    public void Visit(in Verdict verdict) => _all.Add(ComparedDisconnect.Of(verdict));

    public void Merge(ComparedVerdicts other) => _all.AddRange(other._all);
}
