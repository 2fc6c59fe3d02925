namespace IoTHubDisconnect.Contracts;

/// <summary>
/// A request that makes a diagnostic setting, as it is sent; it fails where one of that name is there.
/// </summary>
/// <param name="ResourceId">The hub.</param>
/// <param name="Name">The setting's name.</param>
/// <param name="Address">Where it is put.</param>
/// <param name="Body">JSON.</param>
internal sealed record SettingRequest(string ResourceId, string Name, Uri Address, string Body)
{
    public override string ToString() => $"PUT {Address} {Body}";
}
