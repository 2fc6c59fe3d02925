namespace IoTHubDisconnect.Knowledge;

/// <summary>
/// How a hub ends connections whose SAS token has expired. It looks for them now and then, and so
/// closes at once or one or two looks later.
/// </summary>
internal static class TokenExpiry
{
    /// <summary>The seconds that SDKs let a token live where nobody says otherwise.</summary>
    public const double UsualLifetime = 3600;

    /// <summary>The hub looks for expired tokens every so many seconds.</summary>
    public const double Sweep = 300;

    /// <summary>What the rows of an expired token say: the hub refuses the token, and closes the connection.</summary>
    public const int Unauthorized = 401003,
        Closed = 404104;

    /// <summary>The seconds from a token's end to the close.</summary>
    public static readonly double[] Graces = [0, Sweep, 2 * Sweep];

    /// <summary>Tokens are renewed in place over protocols whose names begin so.</summary>
    public const string RenewedInPlace = "Amqp";

    /// <summary>There is nothing to renew where the way of authenticating begins so.</summary>
    public static readonly string[] Certificates = ["x509", "selfSigned", "certificateAuthority"];
}
