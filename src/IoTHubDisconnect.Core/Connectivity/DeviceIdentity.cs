namespace IoTHubDisconnect.Connectivity;

/// <summary>A device, or a module of one.</summary>
internal sealed record DeviceIdentity(string DeviceId, string? ModuleId)
{
    /// <summary>The id as MQTT clients give it.</summary>
    public string ClientId => ModuleId is null ? DeviceId : $"{DeviceId}/{ModuleId}";

    /// <summary>The path below the hub.</summary>
    public string Path =>
        ModuleId is null
            ? $"devices/{Uri.EscapeDataString(DeviceId)}"
            : $"devices/{Uri.EscapeDataString(DeviceId)}/modules/{Uri.EscapeDataString(ModuleId)}";

    /// <summary>The path of its twin, for the service's side.</summary>
    public string TwinPath =>
        ModuleId is null
            ? $"twins/{Uri.EscapeDataString(DeviceId)}"
            : $"twins/{Uri.EscapeDataString(DeviceId)}/modules/{Uri.EscapeDataString(ModuleId)}";

    public override string ToString() => ClientId;
}
