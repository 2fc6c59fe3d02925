using System.Security.Cryptography;

namespace HubStandIn.Registry;

/// <summary>
/// A device or a module of the registry. What may be set takes effect with the next sign-in, as on a hub.
/// </summary>
public sealed class HubIdentity
{
    internal HubIdentity(string deviceId, string? moduleId) => (DeviceId, ModuleId) = (deviceId, moduleId);

    /// <summary>The device.</summary>
    public string DeviceId { get; }

    /// <summary>The module; null for the device itself.</summary>
    public string? ModuleId { get; }

    /// <summary>False for status disabled.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Why it is disabled; null for no reason given.</summary>
    public string? StatusReason { get; set; }

    /// <summary>True for an IoT Edge device.</summary>
    public bool IsEdge { get; set; }

    /// <summary>How it signs in.</summary>
    public AuthenticationType Authentication { get; set; }

    /// <summary>Base64.</summary>
    public string PrimaryKey { get; set; } = NewKey();

    /// <summary>Base64.</summary>
    public string SecondaryKey { get; set; } = NewKey();

    /// <summary>Hexadecimal SHA-1 or SHA-256 of the certificate; null for none.</summary>
    public string? PrimaryThumbprint { get; set; }

    /// <summary>The other one; null for none.</summary>
    public string? SecondaryThumbprint { get; set; }

    /// <summary>UTC; null before the first sign of life.</summary>
    public DateTimeOffset? LastActivityTime { get; internal set; }

    /// <summary>UTC; null before the first connection.</summary>
    public DateTimeOffset? ConnectionStateUpdatedTime { get; internal set; }

    /// <summary>What waits for it.</summary>
    public DeviceQueue Messages { get; } = new();

    /// <summary>
    /// UTC; when the last token that it has signed in with expires, null before the first and for certificates.
    /// </summary>
    public DateTimeOffset? TokenExpiresAt { get; internal set; }

    /// <summary>Desired and reported properties.</summary>
    public DeviceTwin Twin { get; } = new();

    /// <summary>The id as MQTT clients give it: device, or device/module.</summary>
    public string ClientId => ModuleId is null ? DeviceId : $"{DeviceId}/{ModuleId}";

    internal static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
