namespace HubStandIn.Registry;

/// <summary>How a device proves who it is.</summary>
public enum AuthenticationType
{
    /// <summary>A token made with one of its two keys.</summary>
    Sas,

    /// <summary>A certificate with one of its two thumbprints.</summary>
    SelfSigned,
}
