using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Tests.Sdks;

public sealed class SdkIdentityTests
{
    [Theory]
    [InlineData(
        ".NET/1.21.2 (.NET Framework 4.8.4200.0; Microsoft Windows 10.0.17763 WindowsProduct:0x00000004; X86)",
        ".NET",
        "1.21.2",
        nameof(SdkFamily.DotNet)
    )]
    [InlineData("microsoft.azure.devices.client/1.5.1", ".NET", "1.5.1", nameof(SdkFamily.DotNet))]
    [InlineData(
        "azure-iot-device/1.17.1 (node v10.16.0; Windows_NT 10.0.18363; x64)",
        "Node.js",
        "1.17.1",
        nameof(SdkFamily.Node)
    )]
    [InlineData(
        "azure-iot-device-iothub-py/2.14.0(3.10.5;Linux #1 SMP;x86_64)",
        "Python",
        "2.14.0",
        nameof(SdkFamily.Python)
    )]
    [InlineData(
        "com.microsoft.azure.sdk.iot.iot-device-client/2.4.1 (11.0.2; Linux; amd64)",
        "Java",
        "2.4.1",
        nameof(SdkFamily.Java)
    )]
    [InlineData("iothubclient/1.8.0 (native; Linux; armv7l)", "C", "1.8.0", nameof(SdkFamily.C))]
    [InlineData("MyProduct iothubclient/1.15.0 (native; freertos; esp platform)", "C", "1.15.0", nameof(SdkFamily.C))]
    [InlineData("azsdk-c/1.5.0", "Embedded C", "1.5.0", nameof(SdkFamily.EmbeddedC))]
    [InlineData("azsdk-c/1.3.0 (azrtos 6.1)", "Eclipse ThreadX", "1.3.0", nameof(SdkFamily.ThreadX))]
    [InlineData("c/1.3.0(FreeRTOS)", "FreeRTOS", "1.3.0", nameof(SdkFamily.FreeRtos))]
    [InlineData("c/1.1.0(ard;esp32)", "Arduino", "1.1.0", nameof(SdkFamily.Arduino))]
    [InlineData("Thermostat/7 (rev c)", "Thermostat", "7", nameof(SdkFamily.Unknown))]
    [InlineData("Thermostat", "Thermostat", null, nameof(SdkFamily.Unknown))]
    [InlineData("", null, null, nameof(SdkFamily.Unknown))]
    public void Reads_what_clients_send(string sdkVersion, string? name, string? version, string family)
    {
        var sdk = SdkIdentity.Parse(sdkVersion);
        Assert.Equal((name, version, family), (sdk.Name, sdk.Version, sdk.Family.ToString()));
        Assert.Equal(sdk, SdkIdentity.Parse(SdkIdentity.TextOf(sdk.Name, sdk.Version)));
    }
}
