using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Counts what the devices of one hub did, device by device.</summary>
internal sealed class HubActivityBuilder
{
    private readonly int[] _onlyDelay = new int[3];
    private int _severalDelays;
    private int _lastError,
        _lastMaintenance,
        _lastFailover;

    public int Devices { get; private set; }

    public long DropCount { get; private set; }

    /// <summary>Sessions that ended, but for each device's first disconnect, whose begin may lie before the log.</summary>
    public long LaterSessions { get; private set; }

    /// <summary>Those of them whose begin the log has.</summary>
    public long PairedSessions { get; private set; }

    /// <summary>When it was that devices met something.</summary>
    public HubMinutes Minutes { get; } = new();

    /// <summary>The delay, in seconds, that the devices whose tokens live an hour all show; null where they differ.</summary>
    public double? OnlyDelay
    {
        get
        {
            var most = Array.IndexOf(_onlyDelay, _onlyDelay.Max());
            return
                _onlyDelay[most] >= 2 && _onlyDelay[most] > 3 * (_severalDelays + _onlyDelay.Sum() - _onlyDelay[most])
                ? most * TokenExpiry.Sweep
                : null;
        }
    }

    [MethodImpl(HotPath.Optimized)]
    public void Add(DeviceProfile device)
    {
        Devices++;
        if (device.Closings.Expiry is { Support: >= 5, Lifetime: 3600 } expiry)
        {
            if (expiry.Graces > 1)
                _severalDelays++;
            else
                _onlyDelay[expiry.MainGrace]++;
        }
        _lastError = _lastMaintenance = _lastFailover = 0;
        for (var i = 0; i < device.Records.Length; i++)
        {
            ref readonly var record = ref device.Records[i];
            if (i > 0 && record.Kind == DisconnectKind.Closed)
                CountPaired(record);
            if (record.IsOffPattern)
                AddDrop(record, device.SiteOf(record));
            if (record.Code != ConnectionEvent.NoCode)
                AddHubSide(record.Code, record.Time);
            if (record.RelatedCode != ConnectionEvent.NoCode)
                AddHubSide(record.RelatedCode, record.LastRowAt);
            if (record.Kind == DisconnectKind.Refused && record.LastRowAt != record.Time)
                AddHubSide(record.Code, record.LastRowAt);
        }
    }

    public void Add(HubActivityBuilder other)
    {
        Devices += other.Devices;
        DropCount += other.DropCount;
        LaterSessions += other.LaterSessions;
        PairedSessions += other.PairedSessions;
        for (var i = 0; i < _onlyDelay.Length; i++)
            _onlyDelay[i] += other._onlyDelay[i];
        _severalDelays += other._severalDelays;
        Minutes.Add(other.Minutes);
    }

    private void CountPaired(in DisconnectRecord record)
    {
        LaterSessions++;
        if (record.ConnectedAt != 0)
            PairedSessions++;
    }

    [MethodImpl(HotPath.Optimized)]
    private void AddDrop(in DisconnectRecord record, int site)
    {
        DropCount++;
        var minute = HubMinutes.MinuteOf(record.Time);
        if (record.IsNewDrop)
        {
            Minutes.Drops.Add(minute);
            if (site >= 0)
                Minutes.SiteDrops.Add(minute, site);
            else
                Minutes.DropPlaces.Add(minute);
        }
        if (site >= 0 && record.AttemptAt != 0)
            Minutes.SiteReturns.Add(HubMinutes.MinuteOf(record.AttemptAt), site);
    }

    [MethodImpl(HotPath.Optimized)]
    private void AddHubSide(int code, long ticks)
    {
        var minute = HubMinutes.MinuteOf(ticks);
        switch (ErrorCodes.GroupOf(code))
        {
            case ErrorGroup.HubFault when minute - _lastError > HubMinutes.Reach:
                Minutes.ServerErrors.Add(_lastError = minute);
                break;
            case ErrorGroup.HubMaintenance when minute - _lastMaintenance > HubMinutes.Reach:
                Minutes.Maintenance.Add(_lastMaintenance = minute);
                break;
            case ErrorGroup.HubFailover when minute - _lastFailover > HubMinutes.Reach:
                Minutes.Failover.Add(_lastFailover = minute);
                break;
        }
    }
}
