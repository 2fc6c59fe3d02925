using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FleetGenerator.Logs;

/// <summary>
/// Writes rows as the diagnostic settings export them: a JSON object a line, its properties a text of JSON.
/// </summary>
public static class RowWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The row as one line of JSON, without the line's end.</summary>
    public static string ToJson(LogRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", TimeText(row.Time));
            json.WriteString("resourceId", row.ResourceId);
            json.WriteString("operationName", row.OperationName);
            json.WriteString("category", "Connections");
            json.WriteString("level", row.Level);
            if (row.ResultType is not null)
            {
                json.WriteString("resultType", row.ResultType);
                json.WriteString("resultDescription", row.ResultDescription);
            }

            json.WriteString("properties", Properties(row));
            json.WriteString("location", row.Location);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string TimeText(DateTimeOffset time)
    {
        var whole = time.Ticks % TimeSpan.TicksPerSecond == 0;
        return time.UtcDateTime.ToString(
            whole ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffffffZ",
            CultureInfo.InvariantCulture
        );
    }

    private static ReadOnlySpan<byte> Properties(LogRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("deviceId", row.DeviceId);
        if (row.ModuleId is not null)
            json.WriteString("moduleId", row.ModuleId);
        json.WriteString("protocol", row.Protocol.ToString());
        json.WriteString("authType", row.AuthType);
        json.WriteString("maskedIpAddress", row.MaskedIpAddress);
        if (row.StatusCode is not null)
            json.WriteString("statusCode", row.StatusCode);
        if (row.SdkVersion is not null)
            json.WriteString("sdkVersion", row.SdkVersion);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan;
    }
}
