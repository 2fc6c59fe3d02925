using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// The devices that had trouble. The histories of the worst alone are kept: a device that becomes worse brings its own
/// along again.
/// </summary>
/// <param name="top">How many devices are shown in full.</param>
/// <param name="devicesReturn">Disconnects of one device may come apart from each other.</param>
internal sealed class TroubledDevices(int top, bool devicesReturn)
{
    private readonly Dictionary<(string Hub, string Device, string? Module), DeviceFigures> _devices = [];
    private readonly int _most = 2 * top + 64;
    private readonly List<DeviceFigures> _withHistory = [];
    private DeviceFigures? _last;

    public void Add(in Verdict verdict, bool isOfSite)
    {
        var (device, hub) = (verdict.Facts.Device, verdict.Facts.Hub);
        if (
            _last is null
            || _last.DeviceId != device.DeviceId
            || _last.ModuleId != device.ModuleId
            || _last.Hub.HubName != hub.HubName
        )
        {
            if (!devicesReturn)
                Forget(_last);
            _last = Find(device, hub);
        }
        if (_last.Profile is null)
            _withHistory.Add(_last);
        _last.Add(verdict, isOfSite);
        if (_withHistory.Count > 2 * _most)
            LetGo();
    }

    public void Add(TroubledDevices other)
    {
        other.Forget(other._last);
        foreach (var (key, device) in other._devices)
            _devices.Add(key, device);
        _withHistory.AddRange(other._withHistory);
        LetGo();
    }

    /// <summary>The downtime of trouble of all of them.</summary>
    public TimeSpan Lost => TimeSum.Of(_devices.Values.Aggregate(Int128.Zero, (sum, d) => sum + d.Lost));

    /// <summary>Those that need attention: who is away first, then by the time lost.</summary>
    public List<DeviceFigures> NeedingAttention(TimeSpan period)
    {
        var leastDrops = AttentionRule.DropsIn(period);
        var found = _devices.Values.Where(d => d.NeedsAttention(leastDrops)).ToList();
        found.Sort(IsWorse);
        return found;
    }

    /// <summary>A device that is through, and had no trouble, is not asked for again.</summary>
    private void Forget(DeviceFigures? device)
    {
        if (device is null || device.Count > device.ExpectedCount)
            return;
        _devices.Remove((device.Hub.HubName, device.DeviceId, device.ModuleId));
        if (_withHistory.LastIndexOf(device) is var at and >= 0)
            _withHistory.RemoveAt(at);
    }

    private DeviceFigures Find(DeviceProfile device, HubActivity hub)
    {
        var key = (hub.HubName, device.DeviceId, device.ModuleId);
        if (!_devices.TryGetValue(key, out var figures))
            _devices.Add(key, figures = new DeviceFigures(hub, device.DeviceId, device.ModuleId));
        return figures;
    }

    private void LetGo()
    {
        var worst = _withHistory
            .OrderByDescending(d => d.AwaySince != 0)
            .ThenByDescending(d => d.NeedsAttention(AttentionRule.LeastDrops))
            .ThenByDescending(d => d.Severity)
            .ToArray();
        foreach (var device in worst.Skip(_most))
            device.Profile = null;
        _withHistory.Clear();
        _withHistory.AddRange(worst.Take(_most));
        _last = null;
    }

    private static int IsWorse(DeviceFigures a, DeviceFigures b)
    {
        var order = (b.AwaySince != 0).CompareTo(a.AwaySince != 0);
        if (order == 0)
            order = b.Severity.CompareTo(a.Severity);
        if (order == 0)
            order = string.CompareOrdinal(a.Name, b.Name);
        return order != 0 ? order : string.CompareOrdinal(a.Hub.HubName, b.Hub.HubName);
    }
}
