namespace IoTHubDisconnect.Contracts;

/// <summary>
/// The Azure assembly's one door. It lives in a load context of its own; no type of the Azure SDK passes through.
/// </summary>
internal interface IAzureConnector
{
    /// <summary>Makes a connection; nothing is asked of Azure before its first use.</summary>
    IAzureConnection Connect(SignIn signIn, TokenHosts hosts);

    /// <summary>Opens a container with the shared access signature in its address, which takes no sign-in.</summary>
    /// <returns>Null where the address has no such signature.</returns>
    IBlobLogs? OpenShared(Uri container);
}
