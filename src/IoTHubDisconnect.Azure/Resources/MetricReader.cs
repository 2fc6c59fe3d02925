using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads a hub's metric a day at a time: so many points are a small answer, and the first come soon.</summary>
internal sealed class MetricReader(ArmClient arm)
{
    private const string Metric = "connectedDeviceCount";
    private static readonly TimeSpan Chunk = TimeSpan.FromDays(1);

    public async IAsyncEnumerable<MetricPoint> ReadAsync(
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        AzureCall call,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var next = FullMinute(start);
        // Whole minutes on both sides: a moment after one is none for a request, which has no fractions of a second.
        var until = FullMinute(end.AddTicks(TimeSpan.TicksPerMinute - 1));
        Task<List<MetricPoint>>? ahead = null;
        for (var from = next; from < until; from += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            var points = await (
                ahead ?? ReadChunkAsync(resourceId, from, Min(from + Chunk, until), call)
            ).ConfigureAwait(false);
            ahead =
                from + Chunk < until
                    ? ReadChunkAsync(resourceId, from + Chunk, Min(from + Chunk + Chunk, until), call)
                    : null;
            foreach (var point in points)
            {
                if (point.Time < next || point.Time >= end)
                    continue;

                next = point.Time.AddMinutes(1);
                yield return point;
            }
        }
    }

    private async Task<List<MetricPoint>> ReadChunkAsync(
        string resourceId,
        DateTimeOffset from,
        DateTimeOffset to,
        AzureCall call
    )
    {
        var path =
            $"{resourceId}/providers/Microsoft.Insights/metrics?api-version=2018-01-01&metricnames={Metric}"
            + "&interval=PT1M"
            + string.Create(
                CultureInfo.InvariantCulture,
                $"&aggregation=average,minimum,maximum&timespan={from.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"
                    + $"/{to.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"
            );
        var points = new List<MetricPoint>();
        await foreach (var metric in arm.ListAsync(path, resourceId, call).ConfigureAwait(false))
        {
            if (metric.Text("errorCode") is { } code && code != "Success")
                throw new AzureException(
                    AzureErrorKind.ServiceError,
                    $"{resourceId}: the metric {Metric} is not to be had: {metric.Text("errorMessage") ?? code}"
                )
                {
                    Target = resourceId,
                    ServiceCode = code,
                };

            points.AddRange(MetricJson.Points(metric));
        }

        points.Sort(static (a, b) => a.Time.CompareTo(b.Time));
        return points;
    }

    private static DateTimeOffset FullMinute(DateTimeOffset time) =>
        new(time.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
