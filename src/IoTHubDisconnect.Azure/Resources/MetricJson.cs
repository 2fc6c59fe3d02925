using System.Text.Json;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads a metric.</summary>
internal static class MetricJson
{
    /// <summary>The points of an answer; a point without numbers is a minute in which nothing was measured.</summary>
    public static IEnumerable<MetricPoint> Points(JsonElement metric)
    {
        foreach (var series in metric.Items("timeseries"))
        {
            foreach (JsonElement? point in series.Items("data"))
            {
                if (point.Time("timeStamp") is { } time)
                    yield return new MetricPoint(
                        time,
                        point.Number("average"),
                        point.Number("minimum"),
                        point.Number("maximum")
                    );
            }
        }
    }
}
