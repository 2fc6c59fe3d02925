using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Recall;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// A device's or module's habits over the whole log: the background that each of its disconnects is seen against.
/// </summary>
public sealed class DeviceProfile
{
    private readonly ContextTable _contexts;
    private int _firstOfAbsence = -1;
    private bool? _changesAddress;
    private (bool IsKnown, DriftingClock? Clock) _drift;

    [MethodImpl(HotPath.Profiles)]
    internal DeviceProfile(string deviceId, string? moduleId, DisconnectRecords records, ContextTable contexts)
    {
        DeviceId = deviceId;
        ModuleId = moduleId;
        Records = records;
        _contexts = contexts;
        Sdk = FindSdk();
        Behaviour = SdkBehaviour.Of(Sdk.Family);
        Renewals = RenewalPattern.Find(this);
        Closings = ClosingPattern.Find(this);
        TokenLifetime =
            Closings.TokenLifetime is { } seconds ? TimeSpan.FromSeconds(seconds)
            : Renewals.Period > 0 && Behaviour.ClientRenews
                ? TimeSpan.FromSeconds(Math.Round(Behaviour.LifetimeOf(Renewals.Period) / 60) * 60)
            : null;
        Wakes = NightRest.Of(this) ?? WakeSchedule.Find(this);
        Habits = TroubleHabits.Find(this);
        TokenClock.Follow(this);
        var lastDrop = 0;
        for (var i = 0; i < records.Length; i++)
        {
            ref var record = ref records[i];
            record.IsOffPattern = EndsOffPattern(i);
            if (!record.IsOffPattern || HubMinutes.MinuteOf(record.Time) - lastDrop <= 2 * HubMinutes.DropReach)
                continue;
            record.IsNewDrop = true;
            lastDrop = HubMinutes.MinuteOf(record.Time);
        }
    }

    internal DeviceProfile(RecalledHistory recalled)
        : this(recalled.DeviceId, recalled.ModuleId, recalled.Records, recalled.Contexts)
    {
        Recalled = recalled;
        TokenLifetime = recalled.TokenLifetime ?? TokenLifetime;
    }

    /// <summary>The device id, as registered.</summary>
    public string DeviceId { get; }

    /// <summary>The module id; null for the device itself.</summary>
    public string? ModuleId { get; }

    /// <summary>Sessions that ended in the log's time.</summary>
    public int SessionCount => Records.AsEnumerable().Count(r => r.Kind == DisconnectKind.Closed);

    /// <summary>Runs of refused connection attempts in the log's time.</summary>
    public int RefusalCount => Records.Length - SessionCount;

    /// <summary>The lifetime of the SAS tokens, as the ends of the sessions tell it; null where they don't.</summary>
    public TimeSpan? TokenLifetime { get; }

    /// <summary>The constant age at which quiet connections are cut; null where there is none.</summary>
    public TimeSpan? IdleTimeout => Closings.IdleAge is { } seconds ? TimeSpan.FromSeconds(Math.Floor(seconds)) : null;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Counted.Of(SessionCount, "session")}, {Counted.Of(RefusalCount, "refusal")}";

    internal DisconnectRecords Records { get; }

    /// <summary>What came back from elsewhere; null for what was read from a log.</summary>
    internal RecalledHistory? Recalled { get; }

    internal SdkIdentity Sdk { get; } = SdkIdentity.None;

    internal SdkBehaviour Behaviour { get; }

    internal ClosingPattern Closings { get; }

    internal RenewalPattern Renewals { get; }

    internal TroubleHabits Habits { get; }

    /// <summary>
    /// The address is another after many ends that follow the device's pattern: it says nothing of what ended a
    /// session.
    /// </summary>
    internal bool ChangesAddressAtRenewals => _changesAddress ??= FindChanges();

    /// <summary>What the device's clock does to its tokens; null where it does nothing, as far as is known.</summary>
    internal DriftingClock? Drift => (_drift.IsKnown ? _drift : _drift = (true, DriftingClock.Find(this))).Clock;

    /// <summary>Its client renews tokens on a clock that had not yet come to a session of so many seconds.</summary>
    internal bool RenewsAfter(double age) =>
        RenewsByClock && age < Math.Max(Renewals.Period, Renewals.GridPeriod) - RenewalPattern.Moment;

    /// <summary>Its client renews tokens by itself, as several orderly closes show.</summary>
    internal bool RenewsByClock => Behaviour.ClientRenews && Renewals.Count >= ClosingPattern.EnoughSupport;

    /// <summary>The session ended when its token did, by a clock that drifts.</summary>
    [MethodImpl(HotPath.Profiles)]
    internal bool FollowsDrift(int index) =>
        (!Closings.IsSteady || Closings.Expiry is { IsAtAnyDelay: true }) && Drift?.Includes(this, index) == true;

    /// <summary>How it wakes, where it sleeps in between; null where it does not.</summary>
    internal WakeSchedule? Wakes { get; }

    internal ConnectionContext ContextOf(in DisconnectRecord record) => _contexts[record.Context];

    internal ConnectionContext? NextContextOf(in DisconnectRecord record) =>
        record.NextContext < 0 ? null : _contexts[record.NextContext];

    /// <summary>The SDK that the session, the one after it, or another of the device's names.</summary>
    [MethodImpl(HotPath.Profiles)]
    internal SdkIdentity SdkOf(in DisconnectRecord record)
    {
        var sdk = ContextOf(record).Sdk;
        if (sdk.Name is null && NextContextOf(record) is { } next)
            sdk = next.Sdk;
        return sdk.Name is null ? Sdk : sdk;
    }

    internal string? SdkNameOf(in DisconnectRecord record) => SdkOf(record).Name;

    internal string? SdkVersionOf(in DisconnectRecord record) => SdkOf(record).Version;

    /// <summary>
    /// The code's documented name, or what the log says in place of a code; null where there is none.
    /// </summary>
    internal string? NameOf(int code) => _contexts.Errors[code] ?? ErrorCodes.NameOf(code) ?? ErrorPhrase.NameOf(code);

    /// <summary>
    /// The device is refused on after this end: with a token that nobody renews, a wrong clock or a wrong key.
    /// </summary>
    internal bool IsRefusedAfter(int index)
    {
        const double soon = 300;
        if (index + 1 >= Records.Length)
            return false;
        ref readonly var next = ref Records[index + 1];
        return next.Kind == DisconnectKind.Refused
            && next.FollowsClosed
            && next.Attempts >= 2
            && ErrorCodes.IsUnauthorized(next.Code)
            && DisconnectRecord.Seconds(next.Time - Records[index].Time) <= soon;
    }

    /// <summary>It came back from another address than it had.</summary>
    internal bool HasMoved(in DisconnectRecord record) =>
        NextContextOf(record) is { Site: >= 0 } next && SiteOf(record) is >= 0 and var site && next.Site != site;

    internal int SiteOf(in DisconnectRecord record) => _contexts[record.Context].Site;

    /// <summary>
    /// Seconds since the token in use was made, where a reconnect may have gone on with an older one; null where
    /// not known.
    /// </summary>
    internal double? TokenAge(int index) =>
        Records[index].TokenStart == 0
            ? null
            : DisconnectRecord.Seconds(Records[index].Time - Records[index].TokenStart);

    /// <summary>
    /// When the device went for good that has this record, UTC ticks; 0 where it was seen again, be it by the end
    /// of a later session, or where the log has no connects to tell by and it was silent for longer before.
    /// </summary>
    internal long AwaySince(int index, HubActivity hub) =>
        index >= FirstOfAbsence && (!hub.LacksConnects || UnusualSilence.IsAfter(Records, hub.LastRow))
            ? Records[FirstOfAbsence].Time
            : 0;

    /// <summary>
    /// The first record since which the device was not seen; behind the last where it was there at the end.
    /// </summary>
    private int FirstOfAbsence
    {
        get
        {
            if (_firstOfAbsence < 0)
            {
                var first = Records.Length;
                while (first > 0 && Records[first - 1].ReconnectedAt == 0)
                {
                    if (Records[--first].Kind == DisconnectKind.Closed)
                        break;
                }
                _firstOfAbsence = first;
            }
            return _firstOfAbsence;
        }
    }

    private bool FindChanges()
    {
        var (renewals, changes) = (0, 0);
        foreach (ref readonly var record in Records.AsSpan())
        {
            if (record.IsOffPattern || record.NextContext < 0)
                continue;
            renewals++;
            changes += HasMoved(record) ? 1 : 0;
        }
        return changes * 3 > renewals;
    }

    [MethodImpl(HotPath.Profiles)]
    private bool EndsOffPattern(int index)
    {
        ref readonly var record = ref Records[index];
        if (record.Kind == DisconnectKind.Refused || record.IsOrderly)
            return false;
        return ErrorCodes.GroupOf(record.Code) switch
        {
            ErrorGroup.RemoteClosed => !FollowsClock(record, index),
            ErrorGroup.HubFault or ErrorGroup.HubFailover or ErrorGroup.HubMaintenance => true,
            ErrorGroup.Takeover => Takeovers.Nearest(this, index) > Takeovers.FightSeconds,
            _ => false,
        };
    }

    [MethodImpl(HotPath.Profiles)]
    private bool FollowsClock(in DisconnectRecord record, int index) =>
        ErrorCodes.IsUnauthorized(record.RelatedCode)
        || (record.Age is { } age ? Closings.FitsExpiry(age) || Closings.FitsIdle(age) : Closings.IsSteady)
        || TokenAge(index) is { } token && Closings.FitsExpiry(token)
        || FollowsDrift(index);

    [MethodImpl(HotPath.Profiles)]
    private SdkIdentity FindSdk()
    {
        for (var i = Records.Length - 1; i >= 0; i--)
        {
            if (SdkOf(Records[i]) is { Name: not null } sdk)
                return sdk;
        }
        return SdkIdentity.None;
    }
}
