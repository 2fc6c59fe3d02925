namespace IoTHubDisconnect.Connectivity.Hub;

/// <summary>The message that a test sends as the device, marked so that those who read the messages can tell.</summary>
internal static class TestMessage
{
    public const string Mark = "connectivity-test";
    public const string Body = """{"connectivityTest":true}""";

    public static string HttpPath(DeviceIdentity device) => $"{device.Path}/messages/events?{HubHttp.ApiVersion}";

    /// <summary>The topic, with the body's type, its encoding and the mark as properties.</summary>
    public static string MqttTopic(DeviceIdentity device) =>
        $"devices/{device.DeviceId}{(device.ModuleId is null ? "" : $"/modules/{device.ModuleId}")}"
        + $"/messages/events/$.ct=application%2Fjson&$.ce=utf-8&{Mark}=true";
}
