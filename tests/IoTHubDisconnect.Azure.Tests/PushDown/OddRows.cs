namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>Rows as nobody writes them on purpose, each of which files have a way to take or to pass over.</summary>
internal static class OddRows
{
    private const string Hub =
        "/SUBSCRIPTIONS/6F1E2D3C-63B6-4000-8000-0123456789AB/RESOURCEGROUPS/ODD"
        + "/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/ODD";

    public static IEnumerable<string> All =>
        [
            // Copies.
            Row("01:00:00", "deviceConnect", Device("copies")),
            Row("01:00:00", "deviceConnect", Device("copies")),
            Row("01:30:00.1234567", "deviceDisconnect", Device("copies"), "404104"),
            Row("01:30:00.1234567", "deviceDisconnect", Device("copies"), "404104"),
            // Rows of one instant, in an order that no sort would choose.
            Row("02:00:00", "deviceDisconnect", Device("at-once"), "404104"),
            Row("02:00:00", "deviceConnect", Device("at-once", protocol: "Amqp")),
            Row("02:00:00", "deviceConnect", Device("at-once", protocol: "Mqtt")),
            Row("02:00:00", "deviceDisconnect", Device("at-once"), "401003"),
            Row("02:00:00", "deviceConnect", Device("at-once"), "403002"),
            // Errors in words, known and unknown.
            Row("03:00:00", "deviceConnect", Device("words")),
            Row("03:10:00", "deviceDisconnect", Device("words"), "", "The device connection was closed remotely."),
            Row("03:11:00", "deviceConnect", Device("words"), "", "Zażółć gęślą jaźń 😀"),
            Row("03:12:00", "deviceConnect", Device("words"), "", "Another thing that nobody knows"),
            Row("03:13:00", "deviceConnect", Device("words"), "BadRequest"),
            // Properties of every sort.
            Row(
                "04:00:00",
                "moduleConnect",
                """{"deviceId":"edge","moduleId":"$edgeHub","sdkVersion":"azure-iot-device%2F1.18.3"}"""
            ),
            Row(
                "04:20:00",
                "moduleDisconnect",
                """{ "deviceId" : "edge" , "moduleId":"$edgeHub", "statusCode": 404 }"""
            ),
            Row("04:30:00", "deviceConnect", """{"DeviceId":"capitals","authType":"sas","extra":{"a":[1,"]"]}}"""),
            Row("04:40:00", "deviceDisconnect", """{"deviceId":"capitals","authType":"{\"type\":\"x509Ca\"}"}"""),
            Row("04:41:00", "deviceConnect", "eyJkZXZpY2VJZCI6ImJhc2U2NCJ9"),
            Row("04:42:00", "deviceConnect", """{"deviceId":"cut"""),
            Row("04:43:00", "deviceConnect", "{}"),
            Row("04:44:00", "deviceConnect", ""),
            Row("04:45:00", "deviceConnect", "[]"),
            // Other operations.
            Row("05:00:00", "deviceTwinRead", Device("others")),
            Row("05:00:01", "deviceTwinRead", Device("others")),
            Row("05:00:02", "deviceGone", Device("others")),
        ];

    private static string Device(string id, string protocol = "Mqtt") =>
        $$"""{"deviceId":"{{id}}","protocol":"{{protocol}}","authType":"{\"scope\":\"hub\",\"type\":\"sas\"}","maskedIpAddress":"203.0.113.XXX"}""";

    private static string Row(string at, string operation, string properties, string code = "", string words = "") =>
        System.Text.Json.JsonSerializer.Serialize(
            new
            {
                time = $"2026-11-16T{at}Z",
                resourceId = Hub,
                operationName = operation,
                category = "Connections",
                level = code.Length + words.Length > 0 ? "Error" : "Information",
                resultType = code,
                resultDescription = words,
                properties,
                location = "westeurope",
            }
        );
}
