using System.Globalization;

namespace IoTHubDisconnect.Core.Tests.Quality;

/// <summary>Rows of one device with few columns, to be written in any dialect.</summary>
internal static class PressRows
{
    public static DateTime Start { get; } = new(2026, 3, 14, 6, 0, 0, DateTimeKind.Utc);

    public static (string, string)[] Row(DateTime time, string operation, params (string, string)[] outcome) =>
        Row(time, operation, null, outcome);

    public static (string, string)[] Row(
        DateTime time,
        string operation,
        string? status,
        params (string, string)[] outcome
    ) =>
        [
            ("TimeGenerated", time.ToString("O", CultureInfo.InvariantCulture)),
            .. outcome,
            ("OperationName", operation),
            (
                "properties_s",
                $$"""{"deviceId":"press-07","protocol":"Mqtt"{{(status is null ? "" : $",\"statusCode\":\"{status}\"")}}}"""
            ),
        ];
}
