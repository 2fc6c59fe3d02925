using System.Text.Json;
using AzureStandIn.Kql;
using AzureStandIn.ResourceManager;

namespace AzureStandIn.Fleets;

/// <summary>
/// Takes in a folder of exported logs: the rows, the hubs that wrote them, and metrics.json where there is one.
/// </summary>
internal sealed class FleetLoader(Estate estate, KqlEvaluator evaluator)
{
    public async Task LoadAsync(string path)
    {
        var full = Path.GetFullPath(path);
        var logs = await evaluator.LoadAsync(full);
        foreach (var resource in logs.Resources)
        {
            var hub = estate.AddHub(Canonical(ArmId.Parse(resource.ResourceId)));
            hub.Location = resource.Location ?? hub.Location;
        }

        var metrics = Path.Combine(full, "metrics.json");
        if (File.Exists(metrics))
            LoadMetrics(metrics);
    }

    /// <summary>Logs write ids in upper case; Azure Resource Manager has names as they were given.</summary>
    private static ArmId Canonical(ArmId id) =>
        new(
            id.SubscriptionId.ToLowerInvariant(),
            id.ResourceGroup.ToLowerInvariant(),
            IotHub.Type,
            id.Name.ToLowerInvariant()
        );

    private void LoadMetrics(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var metric in json.RootElement.EnumerateObject())
        {
            if (estate.Hubs.FirstOrDefault(known => Estate.Same(known.Id.Name, metric.Name)) is not { } hub)
                continue;
            foreach (var point in metric.Value.GetProperty("timeseries")[0].GetProperty("data").EnumerateArray())
            {
                hub.ConnectedDeviceCount[point.GetProperty("timeStamp").GetDateTimeOffset()] = new MetricValue(
                    point.GetProperty("average").GetDouble(),
                    point.GetProperty("minimum").GetDouble(),
                    point.GetProperty("maximum").GetDouble()
                );
            }
        }
    }
}
