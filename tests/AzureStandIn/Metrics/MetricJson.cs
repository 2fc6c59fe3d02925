using System.Globalization;
using System.Xml;
using AzureStandIn.ResourceManager;

namespace AzureStandIn.Metrics;

/// <summary>A metric's answer, which is the same from Azure Resource Manager and from the regional endpoint.</summary>
internal static class MetricJson
{
    public static Dictionary<string, object> Of(IotHub hub, MetricQuery query) =>
        new()
        {
            ["cost"] = (int)(query.End - query.Start).TotalMinutes,
            ["timespan"] = $"{Text(query.Start)}/{Text(query.End)}",
            ["interval"] = XmlConvert.ToString(query.Interval),
            ["namespace"] = IotHub.Type,
            ["resourceregion"] = hub.Location,
            ["value"] = new[]
            {
                new
                {
                    id = $"{hub.Id}/providers/Microsoft.Insights/metrics/{query.Metric}",
                    type = "Microsoft.Insights/metrics",
                    name = new { value = query.Metric, localizedValue = "Connected devices" },
                    displayDescription = "Number of devices connected to your IoT hub",
                    unit = "Count",
                    timeseries = new[] { new { metadatavalues = Array.Empty<object>(), data = query.Points(hub) } },
                    errorCode = "Success",
                },
            },
        };

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
