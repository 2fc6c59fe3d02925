using System.Globalization;
using System.Text.Json;

namespace FleetGenerator.Logs;

/// <summary>Writes each hub's connectedDeviceCount in the metrics API's shape.</summary>
internal static class MetricsFile
{
    public static void Write(string path, IReadOnlyDictionary<string, IReadOnlyList<ConnectedCount>> hubs)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        foreach ((var hub, var minutes) in hubs)
            Write(json, hub, minutes);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string hub, IReadOnlyList<ConnectedCount> minutes)
    {
        json.WriteStartObject(hub);
        json.WriteStartObject("name");
        json.WriteString("value", "connectedDeviceCount");
        json.WriteEndObject();
        json.WriteString("unit", "Count");
        json.WriteStartArray("timeseries");
        json.WriteStartObject();
        json.WriteStartArray("metadatavalues");
        json.WriteEndArray();
        json.WriteStartArray("data");
        foreach (var minute in minutes)
        {
            json.WriteStartObject();
            json.WriteString(
                "timeStamp",
                minute.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            );
            json.WriteNumber("average", minute.Average);
            json.WriteNumber("minimum", minute.Minimum);
            json.WriteNumber("maximum", minute.Maximum);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
