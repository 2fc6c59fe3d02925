using System.Text.Json.Nodes;

namespace HubStandIn.Registry;

/// <summary>The properties of a device's twin.</summary>
public sealed class DeviceTwin
{
    private readonly Lock _gate = new();
    private readonly JsonObject _desired = new() { ["$version"] = 1 };
    private readonly JsonObject _reported = new() { ["$version"] = 1 };

    /// <summary>The patch, with the version that came of it.</summary>
    internal event Action<JsonObject>? DesiredChanged;

    /// <summary>
    /// Merges a patch into the desired properties and tells the device; null removes. Returns the version.
    /// </summary>
    public int Desire(JsonObject patch)
    {
        var version = Merge(_desired, patch);
        var change = patch.DeepClone().AsObject();
        change["$version"] = version;
        DesiredChanged?.Invoke(change);
        return version;
    }

    /// <summary>Merges a patch into the reported properties; null removes. Returns the version.</summary>
    public int Report(JsonObject patch) => Merge(_reported, patch);

    /// <summary>Both, as the device reads them.</summary>
    public JsonObject ToJson()
    {
        lock (_gate)
            return new JsonObject { ["desired"] = _desired.DeepClone(), ["reported"] = _reported.DeepClone() };
    }

    private int Merge(JsonObject properties, JsonObject patch)
    {
        lock (_gate)
        {
            Apply(properties, patch);
            var version = properties["$version"]!.GetValue<int>() + 1;
            properties["$version"] = version;
            return version;
        }
    }

    private static void Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
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
