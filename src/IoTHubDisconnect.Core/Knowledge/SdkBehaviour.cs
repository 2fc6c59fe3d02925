namespace IoTHubDisconnect.Knowledge;

/// <summary>How a family's clients behave over MQTT by default, from their sources.</summary>
internal readonly record struct SdkBehaviour(
    TokenRenewal Renewal,
    double RenewalShare,
    double RenewalMargin,
    int KeepAliveSeconds
)
{
    /// <summary>The hub gives up after so many keep-alives.</summary>
    public const double Patience = 1.5;

    /// <summary>The hub gives up after so many seconds, however long the keep-alive is.</summary>
    public const double HubCap = 1767;

    /// <summary>The age at which the hub's cap ends, at the latest, what fell silent soon after its connect.</summary>
    public const double HubCapEnd = HubCap + 12;

    /// <summary>A token is used again on reconnect until this share of its life has passed (.NET).</summary>
    public const double ReuseUntilShare = 0.85;

    public static SdkBehaviour Of(SdkFamily family) =>
        family switch
        {
            SdkFamily.C => new(TokenRenewal.ClientFromConnect, 0.8, 0, 240) { RenewsWithinAmqp = true },
            SdkFamily.Node => new(TokenRenewal.ClientOnTimer, 1, 900, 180)
            {
                RenewsWithinAmqp = true,
                LetsMarginBeSet = true,
                RunsInProcess = true,
            },
            SdkFamily.Python => new(TokenRenewal.ClientOnTimer, 1, 120, 60) { RunsInProcess = true },
            SdkFamily.DotNet => new(TokenRenewal.HubTokenReused, 1, 0, 300)
            {
                PingShare = 0.25,
                NeverClosesToRenew = true,
                RenewsWithinAmqp = true,
                RunsInProcess = true,
            },
            SdkFamily.Java => new(TokenRenewal.Hub, 1, 0, 230)
            {
                NeverClosesToRenew = true,
                RenewsWithinAmqp = true,
                RunsInProcess = true,
            },
            SdkFamily.EmbeddedC => new(TokenRenewal.Unknown, 1, 0, 240) { HasNoClient = true },
            SdkFamily.ThreadX => new(TokenRenewal.Hub, 1, 0, 240),
            SdkFamily.FreeRtos => new(TokenRenewal.Hub, 1, 0, 60) { HasNoClient = true },
            SdkFamily.Arduino => new(TokenRenewal.Unknown, 1, 0, 30) { HasNoClient = true },
            _ => new(TokenRenewal.Unknown, 1, 0, 0),
        };

    /// <summary>An operating system runs it, and closes the connections of a process that dies.</summary>
    public bool RunsInProcess { get; init; }

    public bool ClientRenews => Renewal is TokenRenewal.ClientFromConnect or TokenRenewal.ClientOnTimer;

    public bool HubCloses => Renewal is TokenRenewal.Hub or TokenRenewal.HubTokenReused;

    /// <summary>Seconds of silence after which the client pings by default; 0 where not known.</summary>
    public double PingSeconds => KeepAliveSeconds * PingShare;

    /// <summary>Whether a session may have ended after so many seconds without a packet.</summary>
    /// <param name="seconds">The time from the connect to the end.</param>
    /// <param name="keepAlive">The keep-alive in seconds, where an operator knows it;
    /// null for the SDK's default.</param>
    public Silence MayBeSilent(double seconds, double? keepAlive = null)
    {
        const double late = 1.05,
            moment = 5,
            talk = 15;
        if (seconds > HubCapEnd)
            return Silence.Impossible;
        var ping = keepAlive * PingShare ?? PingSeconds;
        if (ping == 0 || seconds <= ping * late + moment)
            return Silence.Usual;
        if (keepAlive is not null)
            return Silence.Impossible;
        if (IsHubCap(seconds))
            return Silence.Usual;
        var isHeld = PingShare == 1 && seconds <= Patience * KeepAliveSeconds + talk;
        return HasNoClient ? Silence.KeepAliveUnknown
            : isHeld ? Silence.Doubtful
            : Silence.Impossible;
    }

    /// <summary>
    /// Whether a client that has been idle since its connect may not have noticed before this age that its pings go
    /// unanswered.
    /// </summary>
    public bool MayNoticeSoLate(double seconds, double? keepAlive = null)
    {
        const double moment = 60;
        var longest = keepAlive ?? (HasNoClient ? 0 : KeepAliveSeconds);
        return longest == 0 || seconds <= 2 * longest + moment;
    }

    /// <summary>
    /// Whether the hub's longest patience ends at this age: it counts from the last packet, and a client has some to
    /// send once it is connected.
    /// </summary>
    public static bool IsHubCap(double seconds) => seconds is >= HubCap - 1 and <= HubCapEnd;

    /// <summary>
    /// Whether the hub's patience with a client that it has not heard from since the connect ends at this age.
    /// </summary>
    public bool IsPatience(double seconds) =>
        KeepAliveSeconds > 0 && Math.Abs(seconds - Patience * KeepAliveSeconds) <= 3;

    /// <summary>The share of the keep-alive after which a silent client pings.</summary>
    private double PingShare { get; init; } = 1;

    /// <summary>
    /// Whether the SDK has no code that closes a connection in order to renew its token:
    /// Java and .NET leave that to the hub.
    /// </summary>
    public bool NeverClosesToRenew { get; private init; }

    /// <summary>
    /// Whether the SDK leaves the MQTT client to the application: its keep-alive is what the samples set.
    /// </summary>
    public bool HasNoClient { get; private init; }

    /// <summary>
    /// Whether the application may set how long before its end a token is renewed (<c>setTokenRenewalValues</c>).
    /// </summary>
    public bool LetsMarginBeSet { get; private init; }

    /// <summary>Whether the SDK renews its token within an AMQP connection.</summary>
    public bool RenewsWithinAmqp { get; private init; }

    /// <summary>Seconds between renewals for a token that lives so many seconds.</summary>
    public double RenewalPeriod(double lifetime) => lifetime * RenewalShare - RenewalMargin;

    /// <summary>
    /// Whether the client may close so often, in seconds, for its tokens: where the SDK's clock
    /// is known, these live whole minutes.
    /// </summary>
    public bool MayRenewEvery(double period)
    {
        const double shortest = 240,
            tolerance = 8;
        if (NeverClosesToRenew || period < shortest)
            return false;
        if (!ClientRenews || LetsMarginBeSet)
            return true;
        var lifetime = LifetimeOf(period);
        return Math.Abs(lifetime - Math.Round(lifetime / 60) * 60) <= tolerance / RenewalShare;
    }

    /// <summary>Seconds between two disconnects of a token that lives so many seconds, whoever closes.</summary>
    public double TimeBetween(double lifetime) =>
        ClientRenews ? Math.Max(1, RenewalPeriod(lifetime)) : lifetime + TokenExpiry.Sweep;

    /// <summary>The lifetime behind a renewal period.</summary>
    public double LifetimeOf(double period) => (period + RenewalMargin) / RenewalShare;
}
