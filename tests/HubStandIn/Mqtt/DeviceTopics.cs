using HubStandIn.Registry;

namespace HubStandIn.Mqtt;

/// <summary>The topics that a device may use. The hub is no broker: there are no others.</summary>
internal sealed class DeviceTopics(HubIdentity identity)
{
    public const string TwinResults = "$iothub/twin/res/#";
    public const string TwinDesired = "$iothub/twin/PATCH/properties/desired/#";
    public const string Methods = "$iothub/methods/POST/#";
    public const string TwinGet = "$iothub/twin/GET/?$rid=";
    public const string TwinReport = "$iothub/twin/PATCH/properties/reported/?$rid=";
    public const string MethodResult = "$iothub/methods/res/";

    private readonly string _own = Own(identity);

    /// <summary>What the identity's own topics begin with.</summary>
    public static string Own(HubIdentity identity) =>
        identity.ModuleId is null
            ? $"devices/{identity.DeviceId}/"
            : $"devices/{identity.DeviceId}/modules/{identity.ModuleId}/";

    public bool IsDeviceBound(string filter) => filter == _own + "messages/devicebound/#";

    public bool MaySubscribe(string filter) =>
        filter is TwinResults or Methods or TwinDesired || IsDeviceBound(filter) || filter == _own + "inputs/#";

    public bool IsTelemetry(string topic) => topic.StartsWith(_own + "messages/events", StringComparison.Ordinal);
}
