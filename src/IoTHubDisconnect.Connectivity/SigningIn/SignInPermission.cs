using IoTHubDisconnect.Connectivity.Hub;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.SigningIn;

/// <summary>Whether the test may sign in, and why not.</summary>
/// <param name="Refusal">Why not; null where it may.</param>
internal sealed record SignInPermission(StepOutcome? Refusal)
{
    private static readonly SignInPermission Granted = new((StepOutcome?)null);

    /// <param name="registered">What the registry says; null where it was not asked or did not say.</param>
    public static SignInPermission Of(ConnectivityTest test, RegisteredDevice? registered) =>
        (test, registered) switch
        {
            ({ Device: null } or { Proof: null }, _) => new(StepOutcome.Skipped("No credentials were given.")),
            ({ Consent: SignInConsent.Declined }, _) => new(
                StepOutcome.Skipped(F.Declined, "Signing in was not confirmed.")
            ),
            ({ Consent: SignInConsent.Given }, _) => Granted,
            (_, { IsConnected: true }) => new(
                new StepOutcome(
                    CheckState.Failed,
                    $"{test.Device} is connected now{registered.Since}: signing in would throw it off."
                )
                {
                    Finding = F.DeviceConnected,
                }
            ),
            (_, { IsConnected: false }) => Granted,
            _ => new(
                StepOutcome.Skipped(
                    F.ConnectionStateUnknown,
                    $"Whether {test.Device} is connected now is not known, and signing in would throw it off."
                )
            ),
        };
}
