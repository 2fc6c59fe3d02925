namespace IoTHubDisconnect;

/// <summary>A step of a connectivity test.</summary>
public enum ConnectivityStep
{
    /// <summary>Looking up the name.</summary>
    Dns = 1,

    /// <summary>Comparing this machine's clock with the hub's.</summary>
    Clock,

    /// <summary>Connecting to the port, through the proxy where there is one.</summary>
    Tcp,

    /// <summary>Encryption, and the proof that the other side is the hub.</summary>
    Tls,

    /// <summary>The protocol's greeting.</summary>
    Open,

    /// <summary>Signing in as the device.</summary>
    SignIn,

    /// <summary>Sending a message as the device.</summary>
    Telemetry,

    /// <summary>Reading the device's twin.</summary>
    Twin,

    /// <summary>Leaving in an orderly way.</summary>
    Close,

    /// <summary>Reading the device from the registry, with an Azure identity.</summary>
    Registry,

    /// <summary>Calling a direct method and back, with an Azure identity.</summary>
    DirectMethod,

    /// <summary>Holding a silent connection, to see whether the path cuts it.</summary>
    KeepAlive,

    /// <summary>What several rounds come to.</summary>
    Statistics,

    /// <summary>What a round comes to: which protocols get through.</summary>
    Verdict,
}
