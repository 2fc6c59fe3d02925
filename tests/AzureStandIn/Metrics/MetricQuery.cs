using System.Globalization;
using System.Xml;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Metrics;

/// <summary>What is asked of a hub's metric: times, grain, aggregations.</summary>
internal sealed record MetricQuery(
    string Metric,
    DateTimeOffset Start,
    DateTimeOffset End,
    TimeSpan Interval,
    IReadOnlyList<string> Aggregations
)
{
    private const string OnlyMetric = "connectedDeviceCount";

    private static readonly string[] Intervals = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D"];

    /// <summary>The query, or what is wrong with it.</summary>
    public static (MetricQuery? Query, string? Problem) Of(IQueryCollection parameters, DateTimeOffset now)
    {
        var metric = parameters["metricnames"].FirstOrDefault() ?? "";
        var interval = parameters["interval"].FirstOrDefault() ?? "PT1M";
        if (!string.Equals(metric, OnlyMetric, StringComparison.OrdinalIgnoreCase))
            return (
                null,
                "Failed to find metric configuration for provider: Microsoft.Devices, resource Type: IotHubs, "
                    + $"metric: {metric}, Valid metrics: {OnlyMetric}"
            );
        if (!Intervals.Contains(interval))
            return (
                null,
                $"Invalid time grain duration: {interval}, supported ones are: {string.Join(',', Intervals)}"
            );
        if (Times(parameters, now) is not { } times || times.End <= times.Start)
            return (null, $"Invalid timespan: {parameters["timespan"]}");

        var aggregation = parameters["aggregation"].FirstOrDefault() ?? "average";
        string[] names =
        [
            .. aggregation.Split(',', StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant()),
        ];
        return (new MetricQuery(OnlyMetric, times.Start, times.End, XmlConvert.ToTimeSpan(interval), names), null);
    }

    /// <summary>The points of the time series; one without numbers where nothing was measured.</summary>
    public IEnumerable<Dictionary<string, object>> Points(IotHub hub)
    {
        var step = Interval.Ticks;
        for (var at = Start.UtcTicks / step * step; at < End.UtcTicks; at += step)
            yield return Point(hub, new DateTimeOffset(at, TimeSpan.Zero));
    }

    private Dictionary<string, object> Point(IotHub hub, DateTimeOffset start)
    {
        var minutes = new List<MetricValue>();
        for (var minute = start; minute < start + Interval; minute = minute.AddMinutes(1))
        {
            if (hub.ConnectedDeviceCount.TryGetValue(minute, out var value))
                minutes.Add(value);
        }

        var point = new Dictionary<string, object>
        {
            ["timeStamp"] = start.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        };
        if (minutes.Count == 0)
            return point;
        Add(point, "average", minutes.Average(minute => minute.Average));
        Add(point, "minimum", minutes.Min(minute => minute.Minimum));
        Add(point, "maximum", minutes.Max(minute => minute.Maximum));
        return point;
    }

    private void Add(Dictionary<string, object> point, string name, double value)
    {
        if (Aggregations.Contains(name))
            point[name] = value;
    }

    private static (DateTimeOffset Start, DateTimeOffset End)? Times(IQueryCollection parameters, DateTimeOffset now)
    {
        var span = parameters["timespan"].FirstOrDefault();
        var start = parameters["starttime"].FirstOrDefault() ?? span?.Split('/')[0];
        var end = parameters["endtime"].FirstOrDefault() ?? span?.Split('/').ElementAtOrDefault(1);
        if (start is null)
            return (now.AddHours(-1), now);
        try
        {
            return start.StartsWith('P')
                ? (now - XmlConvert.ToTimeSpan(start), now)
                : (Time(start), end is null ? now : Time(end));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
}
