using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Counts what the devices of one hub did, device by device.</summary>
internal sealed class HubActivityBuilder
{
    private int _lastError,
        _lastMaintenance,
        _lastFailover,
        _lastQuota,
        _lastShort,
        _lastRefused;

    public int Devices { get; private set; }

    public long DropCount { get; private set; }

    /// <summary>
    /// Sessions that ended, but for each device's first disconnect, whose begin may lie before the log.
    /// </summary>
    public long LaterSessions { get; private set; }

    /// <summary>Those of them whose begin the log has.</summary>
    public long PairedSessions { get; private set; }

    /// <summary>Sessions that ended on their token's clock.</summary>
    public long Expiries { get; private set; }

    /// <summary>Those of them that the hub said 401003 beside.</summary>
    public long ExpiriesTold { get; private set; }

    /// <summary>Devices whose sessions ended so again and again, the hub saying 401003 beside nearly all.</summary>
    public int DevicesTold { get; private set; }

    /// <summary>Devices that took their sessions over from another address again and again.</summary>
    public int Movers { get; private set; }

    /// <summary>How many devices have tokens of each lifetime.</summary>
    public FleetLifetimes Lifetimes { get; } = new();

    /// <summary>The clocks on which clients renew their tokens.</summary>
    public FleetRenewals Renewals { get; } = new();

    /// <summary>The ages at which timers cut sessions that have no token, of clients that may be silent.</summary>
    public FleetAges Timers { get; } = FleetAges.OfTimers();

    /// <summary>The devices of which sessions end at the hub's cap.</summary>
    public FleetAges Caps { get; } = FleetAges.OfCaps();

    /// <summary>The ages at which any sessions end that have no token.</summary>
    public FleetAges Limits { get; } = FleetAges.OfLimits();

    /// <summary>The ages at which sessions end that have a token, of clients that are not silent for so long.</summary>
    public FleetAges Tokens { get; } = FleetAges.OfTokens();

    /// <summary>The same that have a token of which the hub never said that it had expired.</summary>
    public FleetAges UntoldTimers { get; } = FleetAges.OfUntoldTimers();

    /// <inheritdoc cref="UntoldTimers"/>
    public FleetAges UntoldLimits { get; } = FleetAges.OfUntoldLimits();

    /// <summary>Those of <see cref="Tokens"/> but for the untold.</summary>
    public FleetAges ToldTokens { get; } = FleetAges.OfToldTokens();

    /// <summary>At which ages sessions were cut off, a few of each device.</summary>
    public PooledAges Ages { get; } = new();

    /// <summary>When it was that devices met something.</summary>
    public HubMinutes Minutes { get; } = new();

    [MethodImpl(HotPath.Profiles)]
    public void Add(DeviceProfile device)
    {
        Devices++;
        Lifetimes.Add(device);
        Renewals.Add(device);
        Timers.Add(device);
        Caps.Add(device);
        Limits.Add(device);
        Tokens.Add(device);
        UntoldTimers.Add(device);
        UntoldLimits.Add(device);
        ToldTokens.Add(device);
        Ages.Add(device);
        _lastError = _lastMaintenance = _lastFailover = _lastQuota = _lastShort = _lastRefused = 0;
        var (expiries, told, moves) = (Expiries, ExpiriesTold, 0);
        for (var i = 0; i < device.Records.Length; i++)
        {
            ref readonly var record = ref device.Records[i];
            if (i > 0 && record.Kind == DisconnectKind.Closed)
                CountPaired(record);
            if (record.Kind == DisconnectKind.Closed && !record.IsOrderly)
                CountExpiry(record, device.Closings);
            if (record.Kind == DisconnectKind.Closed && record.IsUnauthorized && !device.IsRefusedAfter(i))
                Minutes.Told.Add(HubMinutes.MinuteOf(record.Time));
            if (record.Kind == DisconnectKind.Refused && ErrorCodes.IsUnauthorized(record.Code))
                AddRefused(record.Time);
            if (record.ReconnectedAt != 0)
                Minutes.LetIn.Add(HubMinutes.MinuteOf(record.ReconnectedAt));
            if (Takeovers.Is(record) && device.HasMoved(record))
                moves++;
            if (record.IsOffPattern)
                AddDrop(record, device.SiteOf(record));
            if (record.Code != ConnectionEvent.NoCode)
                AddHubSide(record.Code, record.Time);
            if (record.RelatedCode != ConnectionEvent.NoCode)
                AddHubSide(record.RelatedCode, record.LastRowAt);
            if (record.Kind == DisconnectKind.Refused && record.LastRowAt != record.Time)
                AddHubSide(record.Code, record.LastRowAt);
        }
        (expiries, told) = (Expiries - expiries, ExpiriesTold - told);
        Movers += moves >= ClosingPattern.EnoughSupport ? 1 : 0;
        DevicesTold += expiries >= ClosingPattern.EnoughSupport && told * 5 >= expiries * 4 ? 1 : 0;
    }

    public void Add(HubActivityBuilder other)
    {
        Devices += other.Devices;
        DropCount += other.DropCount;
        LaterSessions += other.LaterSessions;
        PairedSessions += other.PairedSessions;
        Expiries += other.Expiries;
        ExpiriesTold += other.ExpiriesTold;
        DevicesTold += other.DevicesTold;
        Movers += other.Movers;
        Lifetimes.Add(other.Lifetimes);
        Renewals.Add(other.Renewals);
        Timers.Add(other.Timers);
        Caps.Add(other.Caps);
        Limits.Add(other.Limits);
        Tokens.Add(other.Tokens);
        UntoldTimers.Add(other.UntoldTimers);
        UntoldLimits.Add(other.UntoldLimits);
        ToldTokens.Add(other.ToldTokens);
        Ages.Add(other.Ages);
        Minutes.Add(other.Minutes);
    }

    private void CountPaired(in DisconnectRecord record)
    {
        LaterSessions++;
        if (record.ConnectedAt != 0)
            PairedSessions++;
    }

    private void CountExpiry(in DisconnectRecord record, ClosingPattern closings)
    {
        if (record.Age is not { } age || !closings.FitsExpiry(age))
            return;
        Expiries++;
        ExpiriesTold += record.IsUnauthorized ? 1 : 0;
    }

    [MethodImpl(HotPath.Profiles)]
    private void AddDrop(in DisconnectRecord record, int site)
    {
        DropCount++;
        var minute = HubMinutes.MinuteOf(record.Time);
        if (record.Age < TroubleHabits.ShortSession && minute - _lastShort > HubMinutes.ShortReach)
            Minutes.ShortCuts.Add(_lastShort = minute);
        if (record.IsNewDrop)
        {
            Minutes.Drops.Add(minute);
            if (site >= 0)
                Minutes.SiteDrops.Add(record.Time, site);
            else
                Minutes.DropPlaces.Add(minute);
        }
        if (site >= 0 && record.AttemptAt != 0)
            Minutes.SiteReturns.Add(record.AttemptAt, site);
    }

    private void AddRefused(long ticks)
    {
        var minute = HubMinutes.MinuteOf(ticks);
        if (minute - _lastRefused <= HubMinutes.RefusalReach)
            return;
        Minutes.Refused.Add(_lastRefused = minute);
    }

    [MethodImpl(HotPath.Profiles)]
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
            case ErrorGroup.QuotaExceeded when minute - _lastQuota > HubMinutes.Reach:
                Minutes.Quota.Add(_lastQuota = minute);
                break;
        }
    }
}
