using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Whether connectedDeviceCount can be read, which is evidence beside the rows.</summary>
internal sealed class MetricCheck : LoggingCheck
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    public override string Name => "Metric";

    public override async IAsyncEnumerable<DisconnectLoggingCheck> RunAsync(
        IAzureConnection azure,
        LoggingFindings findings,
        AzureCall call
    )
    {
        var (newest, refusal) = await AskAsync(() => NewestAsync(azure, findings.ResourceId!, call))
            .ConfigureAwait(false);
        yield return refusal is not null ? findings.Refused(Name, "the hub's metrics", refusal, CheckState.Warning)
        : newest is null
            ? findings.Warning(
                Name,
                $"The metric connectedDeviceCount was not measured in the last {Period.TotalMinutes:0} minutes.",
                "Check that the hub is active, and its Metrics page in the Azure portal."
            )
        : findings.Passed(
            Name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"connectedDeviceCount was {newest.Average ?? newest.Minimum:0.#} at {newest.Time.UtcDateTime:u}."
            )
        );
    }

    private static async Task<Measured?> NewestAsync(IAzureConnection azure, string resourceId, AzureCall call)
    {
        Measured? newest = null;
        var now = DateTimeOffset.UtcNow;
        await foreach (
            var point in azure
                .Resources.GetConnectedDeviceCountAsync(resourceId, now - Period, now, call)
                .ConfigureAwait(false)
        )
        {
            if (point.Lowest is not null)
                newest = new Measured(point.Time, point.Average, point.Minimum);
        }
        return newest;
    }

    private sealed record Measured(DateTimeOffset Time, double? Average, double? Minimum);
}
