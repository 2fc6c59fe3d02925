using System.Globalization;
using System.Text.Json;

namespace IoTHubDisconnect.Connectivity.Hub;

/// <summary>A device as the registry has it.</summary>
internal sealed record RegisteredDevice(
    bool IsEnabled,
    string? StatusReason,
    bool? IsConnected,
    DateTimeOffset? ConnectionStateUpdated,
    DateTimeOffset? LastActivity,
    string? Authentication
)
{
    // The service writes the least of all times for one that there is not.
    private static readonly DateTimeOffset Never = new(1, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="JsonException">The answer is no twin.</exception>
    public static RegisteredDevice Parse(string twin)
    {
        using var document = JsonDocument.Parse(twin);
        var root = document.RootElement;
        return new RegisteredDevice(
            Text(root, "status") != "disabled",
            Text(root, "statusReason"),
            Text(root, "connectionState") switch
            {
                "Connected" => true,
                "Disconnected" => false,
                _ => null,
            },
            Time(root, "connectionStateUpdatedTime"),
            Time(root, "lastActivityTime"),
            Text(root, "authenticationType")
        );
    }

    /// <summary>Since when its connection is as it is, to go on in a sentence.</summary>
    public string Since =>
        ConnectionStateUpdated is { } time
            ? $" (since {time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC)"
            : "";

    /// <summary>How the registry and the credentials disagree; null where they do not.</summary>
    public string? Contradiction(DeviceProof proof) =>
        (Authentication, proof) switch
        {
            ("sas", CertificateProof) =>
                "The registry has the device sign in with a key (sas), not with a certificate.",
            ("selfSigned" or "certificateAuthority", KeyProof { Policy: null } or TokenProof) =>
                $"The registry has the device sign in with a certificate ({Authentication}), not with a key.",
            _ => null,
        };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static DateTimeOffset? Time(JsonElement element, string name) =>
        DateTimeOffset.TryParse(
            Text(element, name),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
        && time > Never
            ? time
            : null;
}
