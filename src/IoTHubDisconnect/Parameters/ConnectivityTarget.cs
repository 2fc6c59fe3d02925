using IoTHubDisconnect.Connectivity;

namespace IoTHubDisconnect.Commands;

/// <summary>Which hub is tested, as which device, with which proof.</summary>
internal sealed record ConnectivityTarget(HubHost Host, DeviceIdentity? Device, DeviceProof? Proof)
{
    /// <summary>Puts together what a person gave, by parameters, by connection string and by pipeline.</summary>
    /// <exception cref="FormatException">It does not go together.</exception>
    public static ConnectivityTarget Of(
        DeviceCredentials given,
        string? hubName,
        string? deviceId,
        string? moduleId,
        AzureEnvironment cloud
    )
    {
        var text = given.ConnectionString;
        if (text?.DeviceId is { } own && deviceId is { Length: > 0 } && deviceId != own)
            throw new FormatException($"The connection string is that of {own}, not of {deviceId}.");
        var named = string.IsNullOrEmpty(hubName) ? null : HubHost.Of(hubName, cloud);
        if (text is not null && named is not null && text.HostName != named.HostName)
            throw new FormatException($"The connection string is of {text.HostName}, not of {named.HostName}.");
        var host = text is null ? named! : HubHost.OfHost(text.HostName, text.GatewayHostName);
        var device = Full(deviceId) ?? Full(text?.DeviceId);
        var identity = device is null ? null : new DeviceIdentity(device, Full(moduleId) ?? text?.ModuleId);
        var proof = given.Proof;
        if (identity is not null)
            return new ConnectivityTarget(host, identity, proof);
        // A policy's key is good for the hub as well: the way to it can be tested without a device.
        return proof is null or KeyProof { Policy: not null }
            ? new ConnectivityTarget(host, null, null)
            : throw new FormatException("These are a device's credentials: -DeviceId is missing.");
    }

    private static string? Full(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
