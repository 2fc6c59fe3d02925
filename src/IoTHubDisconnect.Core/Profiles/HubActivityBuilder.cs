using System.Collections.Frozen;
using System.Runtime.InteropServices;
using IoTHubDisconnect.Catalogue;
using IoTHubDisconnect.Sessions;

namespace IoTHubDisconnect.Profiles;

/// <summary>Counts what the devices of one hub did, device by device.</summary>
internal sealed class HubActivityBuilder
{
    /// <summary>A fault reaches devices for a while before and after the row that names it.</summary>
    private const int Before = 2, After = 3;

    /// <summary>Drops of one moment fall into neighbouring minutes at most.</summary>
    private const int DropReach = 1;

    private readonly Dictionary<long, ActivityMinute> _minutes = [];
    private readonly Dictionary<(int Site, long Minute), SiteMinute> _sites = [];
    private readonly int[] _onlyDelay = new int[3];
    private int _severalDelays;
    private long _lastDrop, _lastError, _lastMaintenance, _lastFailover;

    public int Devices { get; private set; }

    public long Drops { get; private set; }

    /// <summary>The delay, in seconds, that the devices whose tokens live an hour all show; null where they differ.</summary>
    public double? OnlyDelay
    {
        get
        {
            var most = Array.IndexOf(_onlyDelay, _onlyDelay.Max());
            return _onlyDelay[most] >= 2 && _onlyDelay[most] > 3 * (_severalDelays + _onlyDelay.Sum() - _onlyDelay[most]) ? most * TokenExpiryPattern.Sweep : null;
        }
    }

    public static long MinuteOf(long ticks) => ticks / TimeSpan.TicksPerMinute;

    public void Add(DeviceProfile device)
    {
        Devices++;
        if (device.Closings.Expiry is { Support: >= 5, Lifetime: 3600 } expiry)
        {
            if (expiry.Graces > 1) _severalDelays++;
            else _onlyDelay[expiry.MainGrace]++;
        }
        _lastDrop = _lastError = _lastMaintenance = _lastFailover = 0;
        for (var i = 0; i < device.Records.Length; i++)
        {
            ref readonly var record = ref device.Records[i];
            if (device.IsOffPattern(i)) AddDrop(record, device.SiteOf(record));
            AddHubSide(record.Code, record.Time);
            AddHubSide(record.RelatedCode, record.LastRowAt);
            if (record.Kind == DisconnectKind.Refused && record.LastRowAt != record.Time) AddHubSide(record.Code, record.LastRowAt);
        }
    }

    public void Add(HubActivityBuilder other)
    {
        Devices += other.Devices;
        Drops += other.Drops;
        for (var i = 0; i < _onlyDelay.Length; i++) _onlyDelay[i] += other._onlyDelay[i];
        _severalDelays += other._severalDelays;
        foreach (var (minute, counts) in other._minutes) CollectionsMarshal.GetValueRefOrAddDefault(_minutes, minute, out _).Add(counts);
        foreach (var (key, counts) in other._sites)
        {
            ref var site = ref CollectionsMarshal.GetValueRefOrAddDefault(_sites, key, out _);
            site.Drops += counts.Drops;
            site.Returns += counts.Returns;
        }
    }

    /// <summary>For each minute, the sums over the minutes around it.</summary>
    public FrozenDictionary<long, ActivityMinute> Surroundings()
    {
        var around = new Dictionary<long, ActivityMinute>();
        foreach (var (minute, counts) in _minutes)
        {
            for (var m = minute - Before; m <= minute + After; m++)
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(around, m, out _);
                var reached = counts;
                if (Math.Abs(m - minute) > DropReach) reached.Drops = 0;
                sum.Add(reached);
            }
        }
        return around.ToFrozenDictionary();
    }

    public FrozenDictionary<(int Site, long Minute), SiteMinute> Sites() => _sites.ToFrozenDictionary();

    private void AddDrop(in DisconnectRecord record, int site)
    {
        Drops++;
        var minute = MinuteOf(record.Time);
        var isNew = minute - _lastDrop > 2 * DropReach;
        if (isNew) At(minute).Drops++;
        if (site >= 0)
        {
            if (isNew) CollectionsMarshal.GetValueRefOrAddDefault(_sites, (site, minute), out _).Drops++;
            if (record.AttemptAt != 0) CollectionsMarshal.GetValueRefOrAddDefault(_sites, (site, MinuteOf(record.AttemptAt)), out _).Returns++;
        }
        if (isNew) _lastDrop = minute;
    }

    private void AddHubSide(int code, long ticks)
    {
        var minute = MinuteOf(ticks);
        switch (ErrorCodes.GroupOf(code))
        {
            case ErrorGroup.HubFault when minute - _lastError > Before + After: At(_lastError = minute).ServerErrors++; break;
            case ErrorGroup.HubMaintenance when minute - _lastMaintenance > Before + After: At(_lastMaintenance = minute).Maintenance++; break;
            case ErrorGroup.HubFailover when minute - _lastFailover > Before + After: At(_lastFailover = minute).Failover++; break;
        }
    }

    private ref ActivityMinute At(long minute) => ref CollectionsMarshal.GetValueRefOrAddDefault(_minutes, minute, out _);
}
