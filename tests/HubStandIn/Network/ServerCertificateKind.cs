namespace HubStandIn.Network;

/// <summary>The certificate that a port shows.</summary>
public enum ServerCertificateKind
{
    /// <summary>A good one.</summary>
    Valid,

    /// <summary>One that expired yesterday.</summary>
    Expired,

    /// <summary>One that becomes valid tomorrow.</summary>
    NotYetValid,

    /// <summary>One that no authority has signed.</summary>
    SelfSigned,

    /// <summary>One for another host.</summary>
    WrongHost,
}
