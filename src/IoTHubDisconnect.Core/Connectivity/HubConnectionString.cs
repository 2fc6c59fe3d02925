namespace IoTHubDisconnect.Connectivity;

/// <summary>A connection string: a device's, a module's, or that of one of the hub's policies.</summary>
internal sealed record HubConnectionString(string HostName)
{
    public string? DeviceId { get; private init; }

    public string? ModuleId { get; private init; }

    public string? GatewayHostName { get; private init; }

    /// <summary>The key or token; null where a certificate is used.</summary>
    public DeviceProof? Proof { get; private init; }

    /// <summary>Reads one. Messages show none of it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static HubConnectionString Parse(string text)
    {
        var parts = text.Trim()
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First()[1].Trim(), StringComparer.OrdinalIgnoreCase);
        if (!parts.TryGetValue("HostName", out var host) || host.Length == 0)
            throw new FormatException("The connection string has no HostName.");
        var key = parts.GetValueOrDefault("SharedAccessKey");
        if (key is not null && !IsBase64(key))
            throw new FormatException(
                "The SharedAccessKey of the connection string is no base64: part of it may be missing."
            );
        if (parts.ContainsKey("DeviceId") && !parts.Keys.Any(IsProof))
            throw new FormatException("The connection string has no SharedAccessKey: part of it may be missing.");
        return new HubConnectionString(host.ToLowerInvariant())
        {
            DeviceId = parts.GetValueOrDefault("DeviceId"),
            ModuleId = parts.GetValueOrDefault("ModuleId"),
            GatewayHostName = parts.GetValueOrDefault("GatewayHostName"),
            Proof =
                key is not null ? new KeyProof(key, parts.GetValueOrDefault("SharedAccessKeyName"))
                : parts.TryGetValue("SharedAccessSignature", out var token) ? new TokenProof(token)
                : null,
        };
    }

    public override string ToString() => HostName;

    private static bool IsProof(string name) =>
        name.ToUpperInvariant() is "SHAREDACCESSKEY" or "SHAREDACCESSSIGNATURE" or "X509";

    internal static bool IsBase64(string key) =>
        key.Length > 0 && Convert.TryFromBase64String(key, new byte[key.Length], out _);
}
