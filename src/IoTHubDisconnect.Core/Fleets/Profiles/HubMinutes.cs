using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>When a hub's devices met trouble: a device counts once for minutes that lie close together.</summary>
internal sealed class HubMinutes
{
    /// <summary>Drops of one moment fall into neighbouring minutes at most.</summary>
    public const int DropReach = 1;

    /// <summary>Minutes over which devices meet one refusal: they come back, or renew, when it is their time.</summary>
    public const int RefusalReach = 20;

    /// <summary>Minutes in which a device whose sessions end within seconds tries again.</summary>
    public const int ShortReach = 10;

    /// <summary>Minutes over which one fault is met.</summary>
    public const int Reach = Before + After;

    // A fault reaches devices for a while before and after the row that names it.
    private const int Before = 2,
        After = 3;

    private const int LastMinute = int.MaxValue - 1024;

    /// <summary>Devices that lost their connection off their own pattern.</summary>
    public MinuteLog Drops { get; } = new();

    /// <summary>Addresses at which devices dropped, each once for minutes that lie close together.</summary>
    public MinuteLog DropPlaces { get; } = new();

    /// <summary>Devices that met a hub-side error.</summary>
    public MinuteLog ServerErrors { get; } = new();

    /// <summary>Devices that were moved by a service upgrade.</summary>
    public MinuteLog Maintenance { get; } = new();

    /// <summary>Devices that were told of a failover.</summary>
    public MinuteLog Failover { get; } = new();

    /// <summary>Devices that were told that the hub's daily message quota was used up.</summary>
    public MinuteLog Quota { get; } = new();

    /// <summary>Devices whose sessions ended within seconds.</summary>
    public MinuteLog ShortCuts { get; } = new();

    /// <summary>Minutes in which the hub let any device in that came back.</summary>
    public MinuteSet LetIn { get; } = new();

    /// <summary>Sessions that ended with 401003, of devices that were let in again.</summary>
    public MinuteLog Told { get; } = new();

    /// <summary>Devices whose credentials were refused.</summary>
    public MinuteLog Refused { get; } = new();

    /// <summary>Devices that dropped off their pattern, by site.</summary>
    public SiteLog SiteDrops { get; } = new();

    /// <summary>Devices that came back from such a drop, by site.</summary>
    public SiteLog SiteReturns { get; } = new();

    /// <summary>
    /// The minute of a moment. All after the year 4080 are one: no log is of then, whatever its rows say.
    /// </summary>
    public static int MinuteOf(long ticks) => (int)Math.Min(ticks / TimeSpan.TicksPerMinute, LastMinute);

    public void Add(HubMinutes other)
    {
        Drops.Add(other.Drops);
        DropPlaces.Add(other.DropPlaces);
        ServerErrors.Add(other.ServerErrors);
        Maintenance.Add(other.Maintenance);
        Failover.Add(other.Failover);
        Quota.Add(other.Quota);
        ShortCuts.Add(other.ShortCuts);
        LetIn.Add(other.LetIn);
        Told.Add(other.Told);
        Refused.Add(other.Refused);
        SiteDrops.Add(other.SiteDrops);
        SiteReturns.Add(other.SiteReturns);
    }

    /// <summary>All devices are in.</summary>
    public void Complete()
    {
        SiteDrops.Sort();
        SiteReturns.Sort();
        SiteDrops.AddOnce(DropPlaces, 2 * DropReach);
        MinuteLog[] logs = [Drops, DropPlaces, ServerErrors, Maintenance, Failover, Quota, ShortCuts, Told, Refused];
        foreach (var log in logs)
            log.Sort();
    }

    /// <summary>What devices met in the minutes around a moment.</summary>
    [MethodImpl(HotPath.Profiles)]
    public ActivityMinute Around(long ticks)
    {
        var minute = MinuteOf(ticks);
        return new ActivityMinute
        {
            Drops = Drops.Count(minute - DropReach, minute + DropReach),
            Places = DropPlaces.Count(minute - DropReach, minute + DropReach),
            ServerErrors = ServerErrors.Count(minute - After, minute + Before),
            Maintenance = Maintenance.Count(minute - After, minute + Before),
            Failover = Failover.Count(minute - After, minute + Before),
        };
    }

    /// <summary>Whether the hub has told any device by then that this UTC day's quota was used up.</summary>
    public bool IsQuotaUsedUp(long ticks) =>
        Quota.Count(MinuteOf(ticks - ticks % TimeSpan.TicksPerDay), MinuteOf(ticks) + Before) > 0;

    /// <summary>
    /// Whether many devices' sessions ended within seconds until this UTC day was over, when the hub's quota starts
    /// anew, and hardly one after it.
    /// </summary>
    public bool AreShortUntilMidnight(long ticks)
    {
        const int several = 5,
            fewer = 5;
        var midnight = MinuteOf(ticks - ticks % TimeSpan.TicksPerDay + TimeSpan.TicksPerDay);
        var before = ShortCuts.Count(midnight - ShortReach, midnight - 1);
        return before >= several && ShortCuts.Count(midnight + After, midnight + ShortReach) * fewer <= before;
    }

    /// <summary>Sessions that ended with 401003 in the minute of a moment and those beside it.</summary>
    public int ToldAround(long ticks) => Told.Count(MinuteOf(ticks) - DropReach, MinuteOf(ticks) + DropReach);

    /// <summary>Devices whose credentials were refused from some minutes before a moment to some after it.</summary>
    public int Unauthorized(long ticks)
    {
        return Refused.Count(MinuteOf(ticks) - RefusalReach / 2, MinuteOf(ticks) + RefusalReach / 2);
    }
}
