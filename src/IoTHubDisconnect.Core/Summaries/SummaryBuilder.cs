using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Profiles;

namespace IoTHubDisconnect;

/// <summary>Sums up causes by group.</summary>
/// <param name="by">What to sum up by.</param>
/// <param name="devicesReturn">Disconnects of one device may come apart from each other, so that devices are to be remembered by name.</param>
internal sealed class SummaryBuilder(DisconnectGrouping by, bool devicesReturn)
{
    private readonly Dictionary<SummaryKey, SummaryGroup> _groups = [];
    private readonly SummaryGroup?[] _causes = new SummaryGroup?[CauseWeights.Count];
    private DeviceProfile? _lastDevice;
    private SummaryGroup? _lastGroup;

    public bool IsEmpty => _groups.Count == 0;

    public void Add(DisconnectCause cause, TimeSpan? tokenLifetime = null) =>
        Add(
            cause.Disconnect.Profile,
            cause.Disconnect.Index,
            cause.Disconnect.Hub,
            cause.Cause,
            cause.IsExpected,
            tokenLifetime
        );

    /// <param name="device">The device.</param>
    /// <param name="index">Which of its disconnects.</param>
    /// <param name="hub">Its hub.</param>
    /// <param name="cause">The cause.</param>
    /// <param name="isExpected">Whether it belongs to normal operation.</param>
    /// <param name="tokenLifetime">The lifetime of the device's tokens, where an operator knows it.</param>
    [MethodImpl(HotPath.Optimized)]
    public void Add(
        DeviceProfile device,
        int index,
        HubActivity hub,
        CauseName cause,
        bool isExpected,
        TimeSpan? tokenLifetime
    ) =>
        GroupOf(device, index, hub, cause)
            .Add(device, index, hub, cause, isExpected, by == DisconnectGrouping.Cause, tokenLifetime);

    /// <summary>Adds the figures over other devices.</summary>
    public void Add(SummaryBuilder other)
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
    [MethodImpl(HotPath.Optimized)]
    private SummaryGroup GroupOf(DeviceProfile device, int index, HubActivity hub, CauseName cause)
    {
        if (by == DisconnectGrouping.Cause)
            return _causes[(int)cause] ??= Find(SummaryKey.Of(by, device, index, hub, cause));
        if (by is DisconnectGrouping.Device or DisconnectGrouping.Hub && ReferenceEquals(device, _lastDevice))
            return _lastGroup!;
        _lastDevice = device;
        return _lastGroup = Find(SummaryKey.Of(by, device, index, hub, cause));
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
