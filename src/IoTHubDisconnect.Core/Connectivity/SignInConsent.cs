namespace IoTHubDisconnect.Connectivity;

/// <summary>
/// Whether the test may sign in as the device, which throws off the device itself where it is connected.
/// </summary>
internal enum SignInConsent
{
    /// <summary>Only where the registry says that the device is not connected.</summary>
    IfNotConnected,

    /// <summary>Whatever the registry says.</summary>
    Given,

    /// <summary>Not at all: somebody said no, or only wanted to know what would happen.</summary>
    Declined,
}
