namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// What happened around a hub, minute by minute: what tells one device's trouble from the site's and the hub's.
/// </summary>
public sealed class HubActivity
{
    private const int EnoughExpiries = 20;

    private const int EnoughMovers = 6;

    private const int EnoughTold = 3;

    private readonly double _minutes;
    private readonly int _movers;

    internal HubActivity(string name, string resourceId, HubActivityBuilder builder, HubTime time)
    {
        HubName = name;
        ResourceId = resourceId;
        FirstRow = new DateTimeOffset(time.First, TimeSpan.Zero);
        LastRow = new DateTimeOffset(time.Last, TimeSpan.Zero);
        DeviceCount = builder.Devices;
        DropCount = builder.DropCount;
        Lifetimes = builder.Lifetimes;
        Renewals = builder.Renewals;
        TellsOfExpiries = builder.DevicesTold >= EnoughTold;
        Timers = TellsOfExpiries ? builder.Timers.With(builder.UntoldTimers) : builder.Timers;
        Caps = builder.Caps;
        Limits = TellsOfExpiries ? builder.Limits.With(builder.UntoldLimits) : builder.Limits;
        Tokens = TellsOfExpiries ? builder.ToldTokens : builder.Tokens;
        Ages = builder.Ages;
        if (builder.Expiries >= EnoughExpiries)
            ToldShare = builder.ExpiriesTold / (double)builder.Expiries;
        _movers = builder.Movers;
        Minutes = builder.Minutes;
        Minutes.Complete();
        _minutes = time.Minutes;
    }

    /// <summary>The hub's name as the log has it.</summary>
    public string HubName { get; }

    /// <summary>The ARM resource id; empty where the log has none.</summary>
    public string ResourceId { get; }

    /// <summary>The oldest row of the log, or of the hub where it is days younger, UTC.</summary>
    public DateTimeOffset FirstRow { get; }

    /// <summary>The newest row of the log, or of the hub where it is days older, UTC.</summary>
    public DateTimeOffset LastRow { get; }

    /// <summary>Devices and modules of the hub that the log has disconnects of.</summary>
    public int DeviceCount { get; }

    /// <summary>Disconnects that follow no pattern of their device.</summary>
    public long DropCount { get; }

    /// <summary>What Azure says of the hub itself; null where it was not asked.</summary>
    public HubCondition? Condition { get; internal set; }

    /// <summary>What the log can tell and what not; null where the disconnects came without their log.</summary>
    public DisconnectLogQuality? LogQuality { get; internal init; }

    /// <summary>The log has no connects, so that no device is seen to come back.</summary>
    internal bool LacksConnects { get; init; }

    /// <summary>Whether other devices of the hub have tokens of this lifetime, in seconds.</summary>
    internal bool SharesLifetime(DeviceProfile device, double lifetime) => Lifetimes.IsShared(device, lifetime);

    /// <summary>
    /// The lifetime of other devices' tokens, in seconds, that a session of this age fits; null for none.
    /// </summary>
    internal double? SharedLifetimeAt(DeviceProfile device, double age) => Lifetimes.SharedAt(device, age);

    /// <summary>
    /// So many devices come back from another address before the old session has ended that they move: few identities
    /// have two clients.
    /// </summary>
    internal bool IsOfMovers => _movers >= EnoughMovers && _movers * 4 >= DeviceCount;

    /// <summary>How many devices have tokens of each lifetime.</summary>
    internal FleetLifetimes Lifetimes { get; }

    /// <summary>The clocks on which clients renew their tokens.</summary>
    internal FleetRenewals Renewals { get; }

    /// <summary>The ages at which timers cut sessions that no token ends, of clients that may be silent.</summary>
    internal FleetAges Timers { get; }

    /// <summary>The devices of which sessions end at the hub's cap.</summary>
    internal FleetAges Caps { get; }

    /// <summary>The ages at which any sessions end that no token ends.</summary>
    internal FleetAges Limits { get; }

    /// <summary>The ages at which sessions end that have a token, of clients that are not silent for so long.</summary>
    internal FleetAges Tokens { get; }

    /// <summary>At which ages sessions were cut off, a few of each device.</summary>
    internal PooledAges Ages { get; }

    /// <summary>
    /// The share of the sessions that ended on their token's clock which the hub said 401003 beside; null where they
    /// are few.
    /// </summary>
    internal double? ToldShare { get; }

    /// <summary>The tokens of several devices ended again and again, the hub saying 401003 beside nearly all.</summary>
    internal bool TellsOfExpiries { get; }

    /// <summary>Devices that drop off their pattern in three minutes, on average.</summary>
    internal double UsualDrops => DropCount * 3 / _minutes;

    /// <summary>Sessions that end with 401003 in three minutes, on average.</summary>
    internal double UsualTold => Minutes.Told.Length * 3 / _minutes;

    /// <summary>
    /// Devices of a site that drop within reach of a moment, on average, but for those that did at one.
    /// </summary>
    internal double UsualDropsAt(int site, int drops)
    {
        const double reach = 2 * SiteMoment.Reach;
        return _minutes <= reach ? 0 : (Minutes.SiteDrops.Count(site) - drops) * reach / (_minutes - reach);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{HubName}: {Counted.Of(DeviceCount, "device")}, {Counted.Of(DropCount, "drop")}";

    /// <summary>When the hub's devices met trouble.</summary>
    internal HubMinutes Minutes { get; }
}
