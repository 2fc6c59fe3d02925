using System.Management.Automation;
using System.Management.Automation.Host;
using IoTHubDisconnect.Connectivity;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Asks whether to sign in as a device, where that might throw the device itself off and nobody can tell.
/// </summary>
internal static class SignInQuestion
{
    public static SignInConsent Ask(PSCmdlet cmdlet, ConnectivityTest test, bool isForced, bool isRegistryAsked)
    {
        if (test.Proof is null)
            return SignInConsent.IfNotConnected;
        if (!cmdlet.ShouldProcess($"{test.Device} on {test.HostName}", "Sign in as the device and send a message"))
            return SignInConsent.Declined;
        if (isForced)
            return SignInConsent.Given;
        if (isRegistryAsked)
            return SignInConsent.IfNotConnected;
        if (
            cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm)
            && confirm is SwitchParameter { IsPresent: false }
        )
            return SignInConsent.Given;
        try
        {
            return cmdlet.ShouldContinue(
                $"Nobody can tell whether {test.Device} is connected now. If it is, signing in as it throws "
                    + "it off. Sign in?",
                "Sign in as the device"
            )
                ? SignInConsent.Given
                : SignInConsent.Declined;
        }
        catch (Exception exception)
            when (exception is HostException or InvalidOperationException or NotSupportedException)
        {
            // There is nobody to ask.
            return SignInConsent.IfNotConnected;
        }
    }
}
