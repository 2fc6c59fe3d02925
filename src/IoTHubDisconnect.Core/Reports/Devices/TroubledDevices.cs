using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// The devices that are away or had trouble. The histories of the worst alone are kept: a device that becomes worse
/// brings its own along again.
/// </summary>
internal sealed class TroubledDevices(AttentionScope scope) : IVerdictVisitor<TroubledDevices>
{
    /// <summary>Of devices with the same trouble at the same place, so many speak for all.</summary>
    private const int Speakers = 3;

    private readonly Dictionary<(string Hub, string Device, string? Module), DeviceFigures> _devices = [];
    private readonly int _most = 2 * scope.Top + 64;
    private readonly List<DeviceFigures> _withHistory = [];
    private DeviceFigures? _last;
    private int _paused;

    public TroubledDevices Split() => new(scope);

    public void Meet(DeviceProfile device, HubActivity hub)
    {
        if (scope.Absences is { } options && Absences.RecordAt(scope.Reported.End, device, hub) is { } last)
            Turn(device, hub).TakeAbsence(new Verdict(device, last, hub, options).Within(scope.Reported));
    }

    public void MeetAway(in Verdict verdict) => Turn(verdict.Facts.Device, verdict.Facts.Hub).AddAway(verdict);

    public void Visit(in Verdict verdict)
    {
        var figures = Turn(verdict.Facts.Device, verdict.Facts.Hub);
        figures.Add(verdict);
        if (scope.Absences is null)
            figures.TakeAbsence(verdict);
        if (_withHistory.Count > 2 * _most)
            LetGo();
    }

    public void Merge(TroubledDevices other)
    {
        other.Forget(other._last);
        foreach (var (key, device) in other._devices)
            _devices.Add(key, device);
        _paused += other._paused;
        _withHistory.AddRange(other._withHistory);
        LetGo();
    }

    /// <summary>The downtime of trouble of all of them, where it is over.</summary>
    public TimeSpan Lost => TimeSum.Of(_devices.Values.Aggregate(Int128.Zero, (sum, d) => sum + d.Lost));

    /// <summary>The downtime of trouble that goes on; null where there is none.</summary>
    public TimeSpan? Open =>
        _devices.Values.Where(d => d.Absence is { IsExpected: false, IsPlanned: false }).ToArray()
            is { Length: > 0 } away
            ? TimeSum.Of(away.Aggregate(Int128.Zero, (sum, d) => sum + d.Absence!.Time.Ticks))
            : null;

    /// <summary>Devices that are away as they usually are from time to time.</summary>
    public int PausedCount => _paused + _devices.Values.Count(d => d.Absence is { IsExpected: true });

    /// <summary>
    /// Those that somebody may need to know of: who is away first, the longest before the others, then by the time
    /// lost.
    /// </summary>
    public JudgedDevices Judge(TimeSpan period)
    {
        foreach (var device in _devices.Values)
            device.LeastDrops = AttentionRule.DropsIn(period);
        return new([
            .. (
                from device in _devices.Values
                let state = device.State
                where state is not null
                select new JudgedDevice(device, state.Value, [.. device.Reasons])
            ).Order(),
        ]);
    }

    /// <summary>The figures of the device whose turn it is.</summary>
    private DeviceFigures Turn(DeviceProfile device, HubActivity hub)
    {
        if (
            _last is null
            || _last.DeviceId != device.DeviceId
            || _last.ModuleId != device.ModuleId
            || _last.Hub.HubName != hub.HubName
        )
        {
            if (!scope.DevicesReturn)
                Forget(_last);
            _last = Find(device, hub);
        }
        if (_last.Profile is null)
            _withHistory.Add(_last);
        return _last;
    }

    /// <summary>A device that is through, and had no trouble, is not asked for again.</summary>
    private void Forget(DeviceFigures? device)
    {
        if (
            device is null
            || device.Count > device.ExpectedCount
            || device.OpenDowntime is not null
            || device.Severity > TimeSpan.Zero
        )
            return;
        if (device.Absence is not null)
            _paused++;
        _devices.Remove((device.Hub.HubName, device.DeviceId, device.ModuleId));
        if (_withHistory.LastIndexOf(device) is var at and >= 0)
            _withHistory.RemoveAt(at);
    }

    private DeviceFigures Find(DeviceProfile device, HubActivity hub)
    {
        var key = (hub.HubName, device.DeviceId, device.ModuleId);
        if (!_devices.TryGetValue(key, out var figures))
            _devices.Add(key, figures = new DeviceFigures(hub, device.DeviceId, device.ModuleId, scope.Planned));
        return figures;
    }

    private void LetGo()
    {
        var worst = _withHistory
            .OrderByDescending(d => d.IsAway)
            .ThenByDescending(d => d.Reasons.Any())
            .ThenByDescending(d => d.Severity)
            .GroupBy(OutageGroup.KeyOf)
            .SelectMany(outage => outage.Select((device, i) => (Device: device, IsOneOfMany: i >= Speakers)))
            .OrderBy(d => d.IsOneOfMany)
            .Select(d => d.Device)
            .ToArray();
        foreach (var device in worst.Skip(_most))
            device.Profile = null;
        _withHistory.Clear();
        _withHistory.AddRange(worst.Take(_most));
        _last = null;
    }
}
