namespace HubStandIn.FaultLab;

/// <summary>A library's habits that show at the hub.</summary>
/// <param name="Version">What it says it is.</param>
/// <param name="KeepAlive">What it asks for in CONNECT.</param>
/// <param name="PingAfter">When it pings, and so for how long it is quiet.</param>
/// <param name="RenewAfter">How long after a token's birth it closes in order to renew it; null where it leaves that to
/// the hub.</param>
/// <param name="KeepsToken">True where a reconnect does not bring a new token.</param>
public sealed record LabSdk(
    string Version,
    TimeSpan KeepAlive,
    TimeSpan PingAfter,
    TimeSpan? RenewAfter,
    bool KeepsToken
)
{
    /// <summary>How long its tokens live.</summary>
    public static TimeSpan TokenLifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>Closes at 80 % of the lifetime after each connect.</summary>
    public static LabSdk C { get; } =
        new(
            "iothubclient/1.15.0 (native; Linux; armv7l)",
            TimeSpan.FromSeconds(240),
            TimeSpan.FromSeconds(240),
            TimeSpan.FromMinutes(48),
            KeepsToken: false
        );

    /// <summary>Closes a quarter of an hour before the expiry.</summary>
    public static LabSdk Node { get; } =
        new(
            "azure-iot-device/1.18.4 (node v20.11.1; Linux 5.15.0; x64)",
            TimeSpan.FromSeconds(180),
            TimeSpan.FromSeconds(180),
            TimeSpan.FromMinutes(45),
            KeepsToken: true
        );

    /// <summary>Closes two minutes before the expiry.</summary>
    public static LabSdk Python { get; } =
        new(
            "azure-iot-device-iothub-py/2.14.0(3.11.2;Linux #1 SMP Debian 5.10.218-1;x86_64)",
            TimeSpan.FromSeconds(60),
            TimeSpan.FromSeconds(60),
            TimeSpan.FromMinutes(58),
            KeepsToken: true
        );

    /// <summary>Lets the hub close, and uses a token again while more than 15 % of its life are left.</summary>
    public static LabSdk DotNet { get; } =
        new(
            ".NET/1.42.4 (.NET 8.0.10; Ubuntu 22.04.4 LTS; X64)",
            TimeSpan.FromSeconds(300),
            TimeSpan.FromSeconds(75),
            null,
            KeepsToken: true
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LabSdk> All { get; } = [C, Node, Python, DotNet];
}
