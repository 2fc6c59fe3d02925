using System.Net;
using AzureStandIn;
using HubStandIn.Authentication;

namespace HubStandIn;

/// <summary>What the hub is from the start. What may change on the way is on <see cref="StandInHub"/>.</summary>
public sealed record StandInHubOptions
{
    /// <summary>The hub's name.</summary>
    public string HubName { get; init; } = "standin";

    /// <summary>
    /// The name that tokens and user names say. Clients reach it by this name, a loopback one, or
    /// <see cref="GatewayHostName"/>.
    /// </summary>
    public string HostName { get; init; } = "localhost";

    /// <summary>The name of the IoT Edge gateway that it is, for leaf devices; null for none.</summary>
    public string? GatewayHostName { get; init; }

    /// <summary>A loopback address.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>8883 on a hub; 0 lets the system choose.</summary>
    public int MqttPort { get; init; }

    /// <summary>5671 on a hub; 0 lets the system choose.</summary>
    public int AmqpPort { get; init; }

    /// <summary>443 on a hub; 0 lets the system choose.</summary>
    public int HttpsPort { get; init; }

    /// <summary>The hub's time: tokens, keep-alive, rows. May run fast, or in steps.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The time that keep-alive is measured by; null for <see cref="Clock"/>. For clients of real time with a hub whose
    /// clock runs fast.
    /// </summary>
    public TimeProvider? KeepAliveClock { get; init; }

    /// <summary>
    /// How many seconds of the rows' times one second of <see cref="Clock"/> becomes: at 60, a session of a minute
    /// lasted an hour.
    /// </summary>
    public double LogStretch { get; init; } = 1;

    /// <summary>
    /// How long after a token's expiry the hub lets its session live. Observed are 0, 5 and 10 minutes.
    /// </summary>
    public TimeSpan ExpiryGrace { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What it writes then.</summary>
    public ExpiryRows ExpiryRows { get; init; }

    /// <summary>How long after its expiry a token is still taken at sign-in.</summary>
    public TimeSpan ClockSkewAllowance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest silence the hub bears, whatever keep-alive a client asks for.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(1767);

    /// <summary>The longest silence the hub bears over AMQP, and tells.</summary>
    public TimeSpan AmqpIdleTimeout { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>The hub's shared access policies.</summary>
    public IReadOnlyList<SharedAccessPolicy> Policies { get; init; } = SharedAccessPolicy.Defaults;

    /// <summary>
    /// The authorities whose certificates were uploaded to the hub, for devices that sign in by authority.
    /// </summary>
    public IReadOnlyList<DeviceAuthority> DeviceAuthorities { get; init; } = [];

    /// <summary>The directory whose tokens service calls may bear; null for none.</summary>
    public StandInAzure? Azure { get; init; }

    /// <summary>The ARM id that the rows bear; null for one made of the hub's name.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The region.</summary>
    public string Location { get; init; } = "westeurope";

    /// <summary>The folder that rows are written to as they come, in the layout of an export; null for none.</summary>
    public string? LogFolder { get; init; }

    internal IReadOnlyList<string> HostNames =>
        [
            .. new[] { HostName, "localhost", "127.0.0.1", Address.ToString(), GatewayHostName }
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    internal bool IsOwnName(string name) => HostNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
