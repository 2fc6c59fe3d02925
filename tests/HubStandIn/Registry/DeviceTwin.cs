using System.Text.Json.Nodes;

namespace HubStandIn.Registry;

/// <summary>The properties of a device's twin.</summary>
public sealed class DeviceTwin
{
    private readonly Lock gate = new();
    private readonly JsonObject desired = new() { ["$version"] = 1 };
    private readonly JsonObject reported = new() { ["$version"] = 1 };

    /// <summary>Merges a patch into the desired properties; null removes. Returns the version.</summary>
    public int Desire(JsonObject patch) => Merge(desired, patch);

    /// <summary>Merges a patch into the reported properties; null removes. Returns the version.</summary>
    public int Report(JsonObject patch) => Merge(reported, patch);

    /// <summary>Both, as the device reads them.</summary>
    public JsonObject ToJson()
    {
        lock (gate)
            return new JsonObject { ["desired"] = desired.DeepClone(), ["reported"] = reported.DeepClone() };
    }

    private int Merge(JsonObject properties, JsonObject patch)
    {
        lock (gate)
        {
            Apply(properties, patch);
            int version = properties["$version"]!.GetValue<int>() + 1;
            properties["$version"] = version;
            return version;
        }
    }

    private static void Apply(JsonObject target, JsonObject patch)
    {
        foreach ((string name, JsonNode? value) in patch)
        {
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject inner && target[name] is JsonObject existing)
                Apply(existing, inner);
            else
                target[name] = value.DeepClone();
        }
    }
}
