namespace IoTHubDisconnect.Tests.Logs;

/// <summary>
/// A log small enough to know by heart: a device whose tokens expire, one whose network goes, a module that closes, one
/// that is refused, and a stranger.
/// </summary>
internal static class TinyLog
{
    public static readonly Device Press = new("press-01");
    public static readonly Device Meter = new("meter-in-the-basement-of-building-07")
    {
        Sdk = "azure-iot-device/1.18.3 (node v18)",
        Address = "198.51.100.XXX",
    };
    public static readonly Device Edge = new("gateway-03", "edgeHub") { Sdk = null };
    public static readonly Device Pump = new("Pump[2]")
    {
        Hub = "CONTOSO-US",
        Sdk = "azure-iot-device-iothub-py/2.12.0(3.10.5;Linux;x86_64)",
    };

    public static IEnumerable<string> Rows =>
        [
            .. Expiries(Press, 8),
            Meter.Connect("00:10:00"),
            Meter.Lose("03:10:00", 404104, "DeviceConnectionClosedRemotely"),
            Meter.Connect("03:22:30"),
            Edge.Connect("00:20:00"),
            Edge.Close("05:00:00"),
            Pump.Refuse("01:00:00", 403012, "DeviceDisabled"),
            Pump.Refuse("01:05:00", 403012, "DeviceDisabled"),
            Pump.Refuse("01:15:00", 403012, "DeviceDisabled"),
            Pump.Connect("01:25:00"),
            Pump.Close("1.07:45:10"),
        ];

    /// <summary>
    /// Sessions of an hour and five minutes, each ended with 404104 and 401003, and back in two seconds.
    /// </summary>
    public static IEnumerable<string> Expiries(Device device, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var start = TimeSpan.FromSeconds(i * 3902);
            yield return device.Connect($"{start}");
            yield return device.Lose($"{start + TimeSpan.FromSeconds(3900)}", 404104, "DeviceConnectionClosedRemotely");
            yield return device.Refuse($"{start + TimeSpan.FromSeconds(3901)}", 401003, "IotHubUnauthorized");
        }
        yield return device.Connect($"{TimeSpan.FromSeconds(count * 3902)}");
    }
}
