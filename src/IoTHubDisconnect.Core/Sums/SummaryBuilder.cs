using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect;

/// <summary>Sums up causes by group.</summary>
/// <param name="by">What to sum up by.</param>
/// <param name="devicesReturn">Disconnects of one device may come apart from each other, so that devices
/// are to be remembered by name.</param>
internal sealed class SummaryBuilder(DisconnectGrouping by, bool devicesReturn) : IVerdictVisitor<SummaryBuilder>
{
    private readonly Dictionary<SummaryKey, SummaryGroup> _groups = [];
    private readonly SummaryGroup?[] _causes = new SummaryGroup?[CauseNames.Count];
    private DeviceProfile? _lastDevice;
    private SummaryGroup? _lastGroup;

    public bool IsEmpty => _groups.Count == 0;

    public SummaryBuilder Split() => new(by, devicesReturn);

    public void Meet(DeviceProfile device, HubActivity hub) { }

    [MethodImpl(HotPath.Sums)]
    public void Visit(in Verdict verdict) => GroupOf(verdict).Add(verdict);

    public void Merge(SummaryBuilder other)
    {
        foreach (var (key, figures) in other._groups)
        {
            if (_groups.TryGetValue(key, out var group))
                group.Add(figures);
            else
                _groups.Add(key, figures);
        }
    }

    /// <summary>The groups: hours in order of time, everything else the most frequent first.</summary>
    public IReadOnlyList<DisconnectSummary> Build(CancellationToken cancellation = default)
    {
        var all = 0L;
        foreach (var group in _groups.Values)
            all += group.Count;
        var summaries = new List<DisconnectSummary>(_groups.Count);
        foreach (var (key, group) in _groups)
        {
            cancellation.ThrowIfCancellationRequested();
            summaries.Add(new DisconnectSummary(by, key, group, all));
        }
        summaries.SortUntilCancelled((a, b) => Compare(a, b), cancellation);
        return summaries;
    }

    /// <summary>Looks a group up by name only where it may be another than the last.</summary>
    [MethodImpl(HotPath.Sums)]
    private SummaryGroup GroupOf(in Verdict verdict)
    {
        if (by == DisconnectGrouping.Cause)
            return _causes[(int)verdict.Cause] ??= Find(SummaryKey.Of(by, verdict));
        var device = verdict.Facts.Device;
        if (by is DisconnectGrouping.Device or DisconnectGrouping.Hub && ReferenceEquals(device, _lastDevice))
            return _lastGroup!;
        _lastDevice = device;
        return _lastGroup = Find(SummaryKey.Of(by, verdict));
    }

    private SummaryGroup Find(SummaryKey key)
    {
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = new SummaryGroup(devicesReturn));
        return group;
    }

    private int Compare(DisconnectSummary a, DisconnectSummary b)
    {
        var order = by == DisconnectGrouping.Hour ? 0 : b.Count.CompareTo(a.Count);
        if (order == 0)
            order = string.CompareOrdinal(a.Name, b.Name);
        return order != 0 ? order : string.CompareOrdinal(a.HubName, b.HubName);
    }
}
