namespace IoTHubDisconnect.Knowledge;

/// <summary>How device SDKs call themselves in a row's <c>sdkVersion</c>, and what people call them.</summary>
internal static class SdkNames
{
    /// <summary>
    /// By what their own name begins with, the more telling first; what is theirs stands somewhere in the text.
    /// </summary>
    public static readonly (string Token, string Name, SdkFamily Family)[] Known =
    [
        ("azure-iot-device-iothub-py/", "Python", SdkFamily.Python),
        ("azure-iot-device/", "Node.js", SdkFamily.Node),
        ("com.microsoft.azure.sdk.iot.iot-device-client/", "Java", SdkFamily.Java),
        ("com.microsoft.azure.iothub-java-client", "Java", SdkFamily.Java),
        ("iothubclient/", "C", SdkFamily.C),
        ("azsdk-c/", "Embedded C", SdkFamily.EmbeddedC),
        ("microsoft.azure.devices.client", ".NET", SdkFamily.DotNet),
        (".NET/", ".NET", SdkFamily.DotNet),
        ("c/", "Embedded C", SdkFamily.EmbeddedC),
    ];
}
