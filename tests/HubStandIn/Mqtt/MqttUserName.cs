using System.Collections.Specialized;
using System.Web;

namespace HubStandIn.Mqtt;

/// <summary>The user name of a device: {host}/{device}[/{module}]/?api-version=...&amp;DeviceClientType=...</summary>
internal sealed record MqttUserName(
    string Host,
    string DeviceId,
    string? ModuleId,
    string ApiVersion,
    string? ClientType
)
{
    /// <summary>Reads it; null where it is not of that form.</summary>
    public static MqttUserName? Parse(string? text)
    {
        var halves = (text ?? "").Split('?', 2);
        var path = halves[0].TrimEnd('/').Split('/');
        if (path.Length is < 2 or > 3 || path.Any(string.IsNullOrEmpty) || halves.Length < 2)
            return null;
        var query = HttpUtility.ParseQueryString(halves[1].Replace("+", "%2B", StringComparison.Ordinal));
        return query["api-version"] is { Length: > 0 } version
            ? new MqttUserName(path[0], path[1], path.Length == 3 ? path[2] : null, version, query["DeviceClientType"])
            : null;
    }
}
