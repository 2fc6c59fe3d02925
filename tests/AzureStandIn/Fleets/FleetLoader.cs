using System.Text.Json;
using AzureStandIn.Kql;
using AzureStandIn.ResourceManager;

namespace AzureStandIn.Fleets;

/// <summary>Takes in a folder of exported logs: the rows, the hubs that wrote them, and metrics.json where there is one.</summary>
internal sealed class FleetLoader(Estate estate, KqlEvaluator evaluator)
{
    private const string Marker = "resourceId=";

    public async Task LoadAsync(string path)
    {
        string full = Path.GetFullPath(path);
        await evaluator.LoadAsync(full);
        foreach (ArmId id in HubsBelow(full))
            estate.AddHub(id);
        string metrics = Path.Combine(full, "metrics.json");
        if (File.Exists(metrics))
            LoadMetrics(metrics);
    }

    /// <summary>The hubs by the names of the export's folders, or by the rows where a file lies elsewhere.</summary>
    private static IEnumerable<ArmId> HubsBelow(string path)
    {
        IEnumerable<string> files = File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories);
        return files.Where(file => Path.GetFileName(file) != "metrics.json").Select(HubOf).Where(id => id is not null).Select(id => Canonical(ArmId.Parse(id!))).Distinct();
    }

    private static string? HubOf(string file)
    {
        string path = file.Replace('\\', '/');
        int start = path.IndexOf(Marker, StringComparison.Ordinal);
        int end = path.LastIndexOf("/y=", StringComparison.Ordinal);
        return start >= 0 && end > start ? path[(start + Marker.Length)..end] : ResourceIdIn(file);
    }

    private static string? ResourceIdIn(string file)
    {
        string? line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith('{'));
        if (line is null)
            return null;
        using JsonDocument row = JsonDocument.Parse(line);
        return row.RootElement.TryGetProperty("resourceId", out JsonElement id) ? id.GetString() : null;
    }

    /// <summary>Logs write ids in upper case; Azure Resource Manager has names as they were given.</summary>
    private static ArmId Canonical(ArmId id) =>
        new(id.SubscriptionId.ToLowerInvariant(), id.ResourceGroup.ToLowerInvariant(), IotHub.Type, id.Name.ToLowerInvariant());

    private void LoadMetrics(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (JsonProperty metric in json.RootElement.EnumerateObject())
        {
            if (estate.Hubs.FirstOrDefault(known => Estate.Same(known.Id.Name, metric.Name)) is not { } hub)
                continue;
            foreach (JsonElement point in metric.Value.GetProperty("timeseries")[0].GetProperty("data").EnumerateArray())
            {
                hub.ConnectedDeviceCount[point.GetProperty("timeStamp").GetDateTimeOffset()] = new MetricValue(
                    point.GetProperty("average").GetDouble(), point.GetProperty("minimum").GetDouble(), point.GetProperty("maximum").GetDouble());
            }
        }
    }
}
