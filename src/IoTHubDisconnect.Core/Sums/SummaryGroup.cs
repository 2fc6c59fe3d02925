using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect;

/// <summary>The running figures of one group.</summary>
internal sealed class SummaryGroup(bool devicesReturn)
{
    private readonly HashSet<(string Hub, string Device, string? Module)>? _seen = devicesReturn ? [] : null;
    private readonly long[] _causes = new long[CauseNames.Count];
    private DeviceProfile? _lastDevice;
    private TroubleTally? _trouble;

    public long Count { get; private set; }

    public int Devices { get; private set; }

    public long Expected { get; private set; }

    /// <summary>Refused attempts to connect.</summary>
    public long Attempts { get; private set; }

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    public DowntimeTally Downtime { get; } = new();

    /// <summary>Ticks that devices had been away at the end of the log.</summary>
    public Int128 Open { get; private set; }

    /// <summary>Null where no token ended.</summary>
    public SavingsTally? Savings { get; private set; }

    public CauseName MainCause => (CauseName)Array.IndexOf(_causes, _causes.Max());

    /// <summary>Null where there was no trouble.</summary>
    public CauseName? MainTrouble => _trouble?.MainOf(Devices);

    [MethodImpl(HotPath.Sums)]
    public void Add(in Verdict verdict, bool byCause)
    {
        var (device, cause) = (verdict.Facts.Device, verdict.Cause);
        ref readonly var record = ref verdict.Facts.Record;
        Count++;
        _causes[(int)cause]++;
        if (verdict.IsExpected)
            Expected++;
        else
            (_trouble ??= new TroubleTally()).Add(verdict);
        Open += LostTime.OpenOf(verdict);
        Attempts += record.Attempts;
        First = Math.Min(First, record.Time);
        Last = Math.Max(Last, record.Time);
        if (record.ReconnectedAt != 0)
            Downtime.Add(record.ReconnectedAt - record.Time, byCause || !record.FollowsClosed);
        if (SavingsTally.Concerns(cause))
            (Savings ??= new SavingsTally()).Add(verdict.Facts);
        if (ReferenceEquals(_lastDevice, device))
            return;
        _lastDevice = device;
        if (_seen is null || _seen.Add((verdict.Facts.Hub.HubName, device.DeviceId, device.ModuleId)))
            Devices++;
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
}
