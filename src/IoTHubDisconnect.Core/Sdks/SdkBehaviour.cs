namespace IoTHubDisconnect.Sdks;

/// <summary>Who ends a connection when its SAS token runs out, and when.</summary>
internal enum TokenRenewal : byte
{
    /// <summary>Not known: either side may.</summary>
    Unknown,

    /// <summary>The client reconnects after a fixed share of the lifetime, counted from the latest connect.</summary>
    ClientFromConnect,

    /// <summary>The client reconnects on a timer that a reconnect does not restart.</summary>
    ClientOnTimer,

    /// <summary>The hub closes after expiry; every connect brings a new token.</summary>
    Hub,

    /// <summary>The hub closes after expiry; a reconnect uses the old token while enough of its life is left.</summary>
    HubTokenReused,
}

/// <summary>How a family's clients behave over MQTT by default, from their sources.</summary>
internal readonly record struct SdkBehaviour(TokenRenewal Renewal, double RenewalShare, double RenewalMargin, int KeepAliveSeconds)
{
    /// <summary>A token is used again on reconnect while more than this share of its life is left (.NET).</summary>
    public const double ReuseUntilShare = 0.85;

    /// <summary>The hub closes 0, 300 or 600 seconds after a token's end.</summary>
    private const double HubDelay = 300;

    public static SdkBehaviour Of(SdkFamily family) => family switch
    {
        SdkFamily.C => new(TokenRenewal.ClientFromConnect, 0.8, 0, 240),
        SdkFamily.Node => new(TokenRenewal.ClientOnTimer, 1, 900, 180),
        SdkFamily.Python => new(TokenRenewal.ClientOnTimer, 1, 120, 60),
        SdkFamily.DotNet => new(TokenRenewal.HubTokenReused, 1, 0, 300),
        SdkFamily.Java => new(TokenRenewal.Hub, 1, 0, 230),
        SdkFamily.EmbeddedC or SdkFamily.ThreadX => new(TokenRenewal.Hub, 1, 0, 240),
        SdkFamily.FreeRtos => new(TokenRenewal.Hub, 1, 0, 60),
        SdkFamily.Arduino => new(TokenRenewal.Unknown, 1, 0, 30),
        _ => new(TokenRenewal.Unknown, 1, 0, 0),
    };

    public bool ClientRenews => Renewal is TokenRenewal.ClientFromConnect or TokenRenewal.ClientOnTimer;

    public bool HubCloses => Renewal is TokenRenewal.Hub or TokenRenewal.HubTokenReused;

    /// <summary>Seconds between renewals for a token that lives so many seconds.</summary>
    public double RenewalPeriod(double lifetime) => lifetime * RenewalShare - RenewalMargin;

    /// <summary>Seconds between two disconnects of a token that lives so many seconds, whoever closes.</summary>
    public double TimeBetween(double lifetime) => ClientRenews ? Math.Max(1, RenewalPeriod(lifetime)) : lifetime + HubDelay;

    /// <summary>The lifetime behind a renewal period.</summary>
    public double LifetimeOf(double period) => (period + RenewalMargin) / RenewalShare;
}
