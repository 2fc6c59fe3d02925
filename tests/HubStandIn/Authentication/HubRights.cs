namespace HubStandIn.Authentication;

/// <summary>What the holder of a policy's key, or of a role, may do.</summary>
[Flags]
public enum HubRights
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read identities and twins.</summary>
    RegistryRead = 1,

    /// <summary>Talk to devices: direct methods.</summary>
    ServiceConnect = 2,

    /// <summary>Sign in as any device.</summary>
    DeviceConnect = 4,
}
