using HubStandIn.Registry;

namespace HubStandIn.Authentication;

/// <summary>A shared access policy of the hub.</summary>
public sealed class SharedAccessPolicy(string name, HubRights rights)
{
    /// <summary>The name, skn in tokens.</summary>
    public string Name => name;

    /// <summary>What its key is good for.</summary>
    public HubRights Rights => rights;

    /// <summary>Base64.</summary>
    public string PrimaryKey { get; } = HubIdentity.NewKey();

    /// <summary>Base64.</summary>
    public string SecondaryKey { get; } = HubIdentity.NewKey();

    /// <summary>The policies that every new hub has.</summary>
    internal static SharedAccessPolicy[] Defaults =>
        [
            new("iothubowner", HubRights.RegistryRead | HubRights.ServiceConnect | HubRights.DeviceConnect),
            new("service", HubRights.ServiceConnect),
            new("device", HubRights.DeviceConnect),
            new("registryRead", HubRights.RegistryRead),
        ];
}
