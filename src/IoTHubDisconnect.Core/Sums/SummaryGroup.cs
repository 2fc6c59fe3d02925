using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect;

/// <summary>The running figures of one group.</summary>
internal sealed class SummaryGroup(bool devicesReturn)
{
    private readonly Dictionary<(string Hub, string Device, string? Module), DeviceTimes>? _devices = devicesReturn
        ? []
        : null;
    private readonly long[] _causes = new long[CauseNames.Count];
    private DeviceProfile? _lastDevice;
    private DeviceTimes _lastTimes;
    private TroubleTally? _trouble;

    public long Count { get; private set; }

    public int Devices { get; private set; }

    public long Expected { get; private set; }

    /// <summary>Refused attempts to connect.</summary>
    public long Attempts { get; private set; }

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    public DowntimeTally Downtime { get; } = new();

    /// <summary>Ticks that devices had been away at the last moment.</summary>
    public Int128 Open { get; private set; }

    /// <summary>Null where no token ended.</summary>
    public SavingsTally? Savings { get; private set; }

    public CauseName MainCause => (CauseName)Array.IndexOf(_causes, _causes.Max());

    /// <summary>Null where there was no trouble.</summary>
    public CauseName? MainTrouble => _trouble?.MainOf(Devices);

    [MethodImpl(HotPath.Sums)]
    public void Add(in Verdict verdict)
    {
        var cause = verdict.Cause;
        ref readonly var record = ref verdict.Facts.Record;
        Count++;
        _causes[(int)cause]++;
        Open += LostTime.OpenOf(verdict);
        Attempts += record.Attempts;
        First = Math.Min(First, record.Time);
        Last = Math.Max(Last, record.Time);
        ref var times = ref TimesOf(verdict);
        if (verdict.IsExpected)
            Expected++;
        else
            (_trouble ??= new TroubleTally()).Add(verdict, ref times.Lost);
        if (LostTime.Back(verdict) is not 0 and var back)
        {
            var from = LostTime.From(verdict);
            Downtime.Add(back - from, times.Away.Add(from, LostTime.End(verdict)));
        }
        if (SavingsTally.Concerns(cause))
            (Savings ??= new SavingsTally()).Add(verdict.Facts);
    }

    public void Add(SummaryGroup other)
    {
        Count += other.Count;
        Devices += other.Devices;
        Expected += other.Expected;
        Attempts += other.Attempts;
        First = Math.Min(First, other.First);
        Last = Math.Max(Last, other.Last);
        for (var i = 0; i < _causes.Length; i++)
            _causes[i] += other._causes[i];
        Downtime.Add(other.Downtime);
        Open += other.Open;
        if (other._trouble is { } trouble)
            (_trouble ??= new TroubleTally()).Add(trouble);
        if (other.Savings is { } savings)
            (Savings ??= new SavingsTally()).Add(savings);
    }

    /// <summary>Those of the device, which is counted when it is new.</summary>
    [MethodImpl(HotPath.Sums)]
    private ref DeviceTimes TimesOf(in Verdict verdict)
    {
        var device = verdict.Facts.Device;
        if (_devices is null)
        {
            if (ReferenceEquals(_lastDevice, device))
                return ref _lastTimes;
            Devices++;
            (_lastDevice, _lastTimes) = (device, default);
            return ref _lastTimes;
        }
        var key = (verdict.Facts.Hub.HubName, device.DeviceId, device.ModuleId);
        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_devices, key, out var isKnown);
        if (!isKnown)
            Devices++;
        return ref times;
    }

    private struct DeviceTimes
    {
        public AwayTime Away,
            Lost;
    }
}
