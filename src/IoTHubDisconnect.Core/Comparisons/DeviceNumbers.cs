namespace IoTHubDisconnect.Comparisons;

/// <summary>Devices and modules by number. Case matters in their ids, as it does to the hub.</summary>
internal sealed class DeviceNumbers
{
    private readonly Dictionary<(string Hub, string Device, string? Module), int> _numbers = [];

    public int Of(in ComparedDisconnect disconnect)
    {
        var name = (disconnect.HubName.ToUpperInvariant(), disconnect.DeviceId, disconnect.ModuleId);
        if (!_numbers.TryGetValue(name, out var number))
            _numbers.Add(name, number = _numbers.Count);
        return number;
    }
}
