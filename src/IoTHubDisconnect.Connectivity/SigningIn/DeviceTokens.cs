using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.SigningIn;

/// <summary>The tokens that a device signs in with.</summary>
internal static class DeviceTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>
    /// A token for the device, or for the part of the hub that the test is of; null where it has a certificate.
    /// </summary>
    public static string? Make(ConnectivityTest test) =>
        test.Proof switch
        {
            KeyProof key => SharedAccessToken.Create(
                $"{test.HostName}/{test.Device!.Path}",
                key.Key,
                key.Policy,
                DateTimeOffset.UtcNow + Lifetime
            ),
            TokenProof token => token.Token,
            _ => null,
        };

    /// <summary>
    /// What is wrong with the credentials as far as can be told without the hub; null where nothing is.
    /// </summary>
    /// <param name="ahead">How far the hub's clock is ahead; null where that is not known.</param>
    public static StepFailure? Judge(ConnectivityTest test, TimeSpan? ahead)
    {
        var now = DateTimeOffset.UtcNow + (ahead ?? TimeSpan.Zero);
        var by = ahead is null ? "this machine's clock" : "the hub's clock";
        if (test.Proof is KeyProof && now > DateTimeOffset.UtcNow + Lifetime)
            return new StepFailure(
                F.ClockSkewed,
                "A token made by this machine's clock has expired by the hub's, which is "
                    + $"{DurationText.Of(ahead!.Value)} ahead."
            );
        if (
            test.Proof is CertificateProof { Certificate: var certificate }
            && certificate.NotAfter.ToUniversalTime() < now
        )
            return new StepFailure(
                F.CredentialsRefused,
                $"The device's certificate expired {certificate.NotAfter.ToUniversalTime():u}, by {by}."
            );
        if (test.Proof is not TokenProof { Token: var text } || SharedAccessToken.Read(text) is not { } token)
            return null;
        if (token.ExpiresAt < now)
            return new StepFailure(F.TokenExpired, $"The SAS token expired {token.ExpiresAt:u}, by {by}.");
        return token.Covers(test.HostName, test.Device!)
            ? null
            : new StepFailure(
                F.TokenForAnother,
                $"The SAS token is for {token.Resource}, not for {test.HostName}/{test.Device!.Path}."
            );
    }
}
