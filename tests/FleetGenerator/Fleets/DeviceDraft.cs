using FleetGenerator.Clients;
using FleetGenerator.Network;

namespace FleetGenerator;

/// <summary>What has been drawn for a device before its habit has had its say.</summary>
internal sealed record DeviceDraft
{
    public required SdkProfile Sdk { get; init; }

    public required Transport Transport { get; init; }

    public required bool UsesCertificate { get; init; }

    /// <summary>In seconds.</summary>
    public required double TokenLifetime { get; init; }

    /// <summary>The MQTT keep-alive in seconds.</summary>
    public required double KeepAlive { get; init; }

    /// <summary>Seconds between the device's own messages.</summary>
    public required double Telemetry { get; init; }

    public required NetworkQuality Network { get; init; }

    public required RetryPolicy Retry { get; init; }

    /// <summary>When the client first tries to connect, in seconds of the simulation.</summary>
    public required double StartsAt { get; init; }

    public bool RenewsItsToken { get; init; } = true;

    /// <summary>.NET pings after 75 s whatever its keep-alive; the others after the keep-alive.</summary>
    public double PingAfter => Sdk.Name == SdkName.DotNet ? Sdk.PingAfter : KeepAlive;
}
