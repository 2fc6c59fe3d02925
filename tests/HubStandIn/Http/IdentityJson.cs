using System.Globalization;
using System.Text.Json.Nodes;
using HubStandIn.Registry;

namespace HubStandIn.Http;

/// <summary>Identities and twins as the service's side shows them.</summary>
internal static class IdentityJson
{
    public static JsonObject Identity(HubIdentity identity, bool isConnected)
    {
        var json = Common(identity, isConnected);
        json["authentication"] = new JsonObject
        {
            ["symmetricKey"] =
                identity.Authentication == AuthenticationType.Sas
                    ? new JsonObject { ["primaryKey"] = identity.PrimaryKey, ["secondaryKey"] = identity.SecondaryKey }
                    : new JsonObject { ["primaryKey"] = null, ["secondaryKey"] = null },
            ["x509Thumbprint"] = Thumbprints(identity),
            ["type"] = TypeName(identity),
        };
        json["capabilities"] = new JsonObject { ["iotEdge"] = identity.IsEdge };
        return json;
    }

    public static JsonObject Twin(HubIdentity identity, bool isConnected)
    {
        var json = Common(identity, isConnected);
        json["authenticationType"] = TypeName(identity);
        json["x509Thumbprint"] = Thumbprints(identity);
        json["version"] = 1;
        json["properties"] = identity.Twin.ToJson();
        json["capabilities"] = new JsonObject { ["iotEdge"] = identity.IsEdge };
        return json;
    }

    private static JsonObject Common(HubIdentity identity, bool isConnected)
    {
        var json = new JsonObject { ["deviceId"] = identity.DeviceId };
        if (identity.ModuleId is { } module)
            json["moduleId"] = module;
        json["generationId"] = "1";
        json["etag"] = "MQ==";
        json["connectionState"] = isConnected ? "Connected" : "Disconnected";
        json["status"] = identity.IsEnabled ? "enabled" : "disabled";
        json["statusReason"] = identity.StatusReason;
        json["connectionStateUpdatedTime"] = Text(identity.ConnectionStateUpdatedTime);
        json["statusUpdatedTime"] = Text(null);
        json["lastActivityTime"] = Text(identity.LastActivityTime);
        json["cloudToDeviceMessageCount"] = identity.Messages.Count;
        return json;
    }

    private static JsonObject Thumbprints(HubIdentity identity) =>
        new()
        {
            ["primaryThumbprint"] = identity.PrimaryThumbprint,
            ["secondaryThumbprint"] = identity.SecondaryThumbprint,
        };

    private static string TypeName(HubIdentity identity) =>
        identity.Authentication switch
        {
            AuthenticationType.Sas => "sas",
            AuthenticationType.SelfSigned => "selfSigned",
            _ => "certificateAuthority",
        };

    /// <summary>The service shows the least of all times for one that there is not.</summary>
    private static string Text(DateTimeOffset? time) =>
        (time?.UtcDateTime ?? DateTime.MinValue).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}
