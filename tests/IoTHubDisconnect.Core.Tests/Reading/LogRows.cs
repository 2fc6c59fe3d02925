using CsCheck;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>
/// Makes log rows: plain ones as a hub writes them, and odd ones that use all that JSON and CSV allow.
/// </summary>
internal static class LogRows
{
    private const string Hub =
        "/SUBSCRIPTIONS/6F1E2D3C-63B6-4000-8000-0123456789AB/RESOURCEGROUPS/CONTOSO-IOT/PROVIDERS"
        + "/MICROSOFT.DEVICES/IOTHUBS/CONTOSO-EU";

    private static readonly long FirstTime = new DateTime(2026, 11, 16, 1, 58, 36).Ticks;

    private static readonly Gen<string> PlainAuthType = Gen.OneOf(
        "",
        """{"scope":"device","type":"sas","issuer":"iothub","acceptingIpFilterRule":null}""",
        """{"scope":"hub","type":"sas","issuer":"iothub","acceptingIpFilterRule":null}""",
        """{"scope":"device","type":"x509Certificate","issuer":"external","acceptingIpFilterRule":null}"""
    );

    private static readonly Gen<string> OddText = Gen.OneOf(
        Gen.String[Gen.Char["abcXYZ0189-_ /%+"], 0, 12],
        Gen.String[Gen.Char["a\"\\{}[],:;\t\r\n'\u00e4\u20ac\u0001"], 0, 12],
        Gen.OneOf("", "😀 device", "{\"a\":\"b\"}", "a\\", "\"", "null", "\\\"", "{\"time\":\"", "\u202f")
    );

    internal static Gen<LogRow> Plain { get; } =
        from ticks in Gen.Long[0, 3600L * 10_000_000]
        from isConnect in Gen.Bool
        from code in Gen.OneOf("", "404104", "401003")
        from device in Gen.Int[0, 99]
        from sdk in Gen.OneOf(
            "",
            ".NET/1.42.1 (.NET 6.0.36; Linux 5.15.0; X64)",
            "azure-iot-device/1.18.3 (node v20.1.0; Linux 5.15.0; x64)"
        )
        from authType in PlainAuthType
        select new LogRow
        {
            Ticks = FirstTime + ticks,
            ResourceId = Hub,
            OperationName = isConnect ? "deviceConnect" : "deviceDisconnect",
            Level = code == "" ? "Information" : "Error",
            ResultType = code,
            ResultDescription = code == "" ? "" : "DeviceConnectionClosedRemotely",
            DeviceId = $"dev-{device:D5}",
            Protocol = "Mqtt",
            AuthType = authType,
            MaskedIpAddress = $"203.0.{device}.XXX",
            SdkVersion = sdk,
        };

    internal static Gen<LogRow> Odd { get; } =
        from row in Plain
        from texts in OddText.Array[8]
        select row with
        {
            ResourceId = texts[0],
            Level = texts[1],
            ResultType = texts[2],
            ResultDescription = texts[3],
            DeviceId = "d" + texts[4],
            ModuleId = texts[5],
            AuthType = texts[6],
            MaskedIpAddress = texts[7],
        };

    internal static Gen<LogRow> Any { get; } = Gen.Frequency((3, Plain), (2, Odd));

    /// <summary>The same rows for the same seed, on every run.</summary>
    internal static LogRow[] Fixed(int count, Gen<LogRow>? kind = null, uint seed = 7) =>
        Enumerable
            .Range(0, count)
            .Select(i => (kind ?? Plain).Generate(new PCG((uint)i + 1, seed), null, out _))
            .ToArray();
}
