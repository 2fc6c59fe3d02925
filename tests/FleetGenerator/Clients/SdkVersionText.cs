using FleetGenerator.Chance;

namespace FleetGenerator.Clients;

/// <summary>What a client sends as its version, in each library's own form.</summary>
internal static class SdkVersionText
{
    private const string DotNetOnUbuntu = ".NET 8.0.10; Ubuntu 22.04.4 LTS",
        DotNetOnWindows = ".NET Framework 4.8.4200.0; Microsoft Windows 10.0.17763 WindowsProduct:0x00000004";

    private static readonly string[] Products = ["AcmeEdge/4.1", "LineController", "gw-fw 2.7.3", "Kiosk_7"];

    /// <summary>The text, or null where the client sends none.</summary>
    public static string? Draw(SdkName sdk, bool withProduct, Rng rng)
    {
        var product = rng.Pick(Products);
        var text = Plain(sdk, rng);
        if (sdk == SdkName.Raw)
            return withProduct ? product : null;
        if (!withProduct)
            return text;
        return sdk is SdkName.C ? $"{product} {text}" : text + product;
    }

    private static string Plain(SdkName sdk, Rng rng) =>
        sdk switch
        {
            SdkName.C => rng.Pick([
                $"iothubclient/1.{rng.Whole(7, 15)}.0 (native; Linux; {rng.Pick(["armv7l", "x86_64", "aarch64"])})",
                "iothubclient/1.2.14 (native; freertos; esp platform)",
            ]),
            SdkName.Node => $"azure-iot-device/1.{rng.Whole(16, 18)}.{rng.Whole(0, 4)} "
                + $"(node v{rng.Pick(["10.16.0", "16.20.2", "20.11.1"])}; "
                + $"{rng.Pick(["Linux 5.15.0", "Windows_NT 10.0.18363"])}; x64)",
            SdkName.Python =>
                $"azure-iot-device-iothub-py/2.{rng.Whole(6, 14)}.0({rng.Pick(["3.8.10", "3.10.5", "3.11.2"])}"
                    + $";Linux #1 SMP {rng.Pick(["PREEMPT", "Debian 5.10.218-1"])};{rng.Pick(["x86_64", "armv7l"])})",
            SdkName.DotNet => $".NET/1.{rng.Whole(21, 42)}.{rng.Whole(0, 3)} "
                + $"({rng.Pick([DotNetOnUbuntu, DotNetOnWindows])}; {rng.Pick(["X64", "X86", "Arm64"])})",
            SdkName.Java => rng.Happens(0.85)
                ? $"com.microsoft.azure.sdk.iot.iot-device-client/2.{rng.Whole(0, 5)}.{rng.Whole(0, 2)} "
                    + $"({rng.Pick(["11.0.2", "17.0.11"])}; Linux; amd64)"
                : $"com.microsoft.azure.sdk.iot.iot-device-client/1.{rng.Whole(20, 30)}.0 (1.8.0_292; Windows "
                    + "Server 2016; amd64)",
            SdkName.EmbeddedC => $"azsdk-c/1.{rng.Whole(1, 6)}.0",
            SdkName.ThreadX => $"azsdk-c/1.{rng.Whole(1, 5)}.0 (azrtos;{rng.Pick(["STM32L4", "MXCHIP", "RX65N"])})",
            SdkName.FreeRtos => $"c/1.{rng.Whole(0, 4)}.0(FreeRTOS)",
            SdkName.Arduino => $"c/1.{rng.Whole(0, 2)}.0(ard;{rng.Pick(["esp32", "portentaH7", "nanorp2040connect"])})",
            _ => "",
        };
}
