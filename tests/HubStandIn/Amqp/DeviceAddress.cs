namespace HubStandIn.Amqp;

/// <summary>
/// The address of a device's node: /devices/{id}[/modules/{module}]/{node}, with or without the host before it.
/// </summary>
internal sealed record DeviceAddress(string DeviceId, string? ModuleId, string Node)
{
    /// <summary>Reads it; null where it is none.</summary>
    public static DeviceAddress? Parse(string? text)
    {
        if (text is null)
            return null;
        var start = text.IndexOf("devices/", StringComparison.Ordinal);
        string[] parts = start < 0 ? [] : [.. text[start..].Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        if (parts.Length < 2)
            return null;
        var isModule = parts.Length >= 4 && parts[2] == "modules";
        return new DeviceAddress(parts[1], isModule ? parts[3] : null, string.Join('/', parts.Skip(isModule ? 4 : 2)));
    }
}
