namespace HubStandIn;

/// <summary>
/// What a hub writes about an end. The kernel and the clients tell a stand-in that a connection has ended and how; the
/// codes for it are Azure's, and all that is taken to be so stands here.
/// </summary>
/// <param name="End">What happened.</param>
/// <param name="Codes">The codes of its rows, a row each; a single row without a code where there are none.</param>
/// <param name="Evidence">Where that is known from.</param>
public sealed record HubWords(string End, IReadOnlyList<HubErrorCode> Codes, string Evidence)
{
    /// <summary>MQTT DISCONNECT, or AMQP close without an error.</summary>
    public static HubWords Goodbye { get; } =
        new("the client says that it leaves", [], "documented of renewals by the SDK for Node.js: informational only");

    /// <summary>FIN or RST without a word of the protocol before it.</summary>
    public static HubWords Vanished { get; } =
        new(
            "the connection closes or is reset without a word",
            [HubErrorCode.DeviceConnectionClosedRemotely],
            "documented among the causes of 404104"
        );

    /// <summary>One and a half times the keep-alive, or the hub's own patience.</summary>
    public static HubWords Silent { get; } =
        new(
            "nothing is heard for 1.5 times the keep-alive, at most 1767 s",
            [HubErrorCode.DeviceConnectionClosedRemotely],
            "documented, the cap as well"
        );

    /// <summary>The newer of two connections stays.</summary>
    public static HubWords TakenOver { get; } =
        new(
            "another connection of the same identity opens, over MQTT",
            [HubErrorCode.ConnectionForcefullyClosedOnNewConnection],
            "documented"
        );

    /// <summary>The newer of two connections stays.</summary>
    public static HubWords TakenOverAmqp { get; } =
        new(
            "another connection of the same identity opens, over AMQP",
            [HubErrorCode.LinkCreationConflict],
            "documented of links; of whole connections it is concluded from that"
        );

    /// <summary>Some minutes after the token's end.</summary>
    public static HubWords TokenExpired { get; } =
        new(
            "the token has expired 0, 5 or 10 minutes ago",
            [HubErrorCode.IotHubUnauthorized, HubErrorCode.DeviceConnectionClosedRemotely],
            "the order is documented, the minutes are from reports; whether there are two rows is open"
        );

    /// <summary>The hub moves connections to another of its machines.</summary>
    public static HubWords Upgraded { get; } =
        new(
            "an upgrade of the hub closes the connection",
            [HubErrorCode.ConnectionForcefullyClosedOnFaultInjection],
            "documented"
        );

    /// <summary>A sign-in meanwhile.</summary>
    public static HubWords UpgradeGoesOn { get; } =
        new("a sign-in during an upgrade", [HubErrorCode.ConnectionRejectedOnFaultInjection], "documented");

    /// <summary>A sign-in while a machine of the hub is gone; those that were connected to it vanish.</summary>
    public static HubWords MachineGone { get; } =
        new(
            "a sign-in while a machine of the hub is gone",
            [HubErrorCode.ServerError],
            "documented as many 404104 at once with 500xxx beside them; which of these is open"
        );

    /// <summary>A sign-in, or a connection, when the day's messages are used up.</summary>
    public static HubWords QuotaGone { get; } =
        new(
            "the day's messages are used up",
            [HubErrorCode.IotHubQuotaExceeded],
            "by the word of SDK maintainers: the hub refuses and severs connections"
        );

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<HubWords> All { get; } =
    [
        Goodbye,
        Vanished,
        Silent,
        TakenOver,
        TakenOverAmqp,
        TokenExpired,
        Upgraded,
        UpgradeGoesOn,
        MachineGone,
        QuotaGone,
    ];
}
