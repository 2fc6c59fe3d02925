namespace AzureStandIn.Identity;

/// <summary>Checks the credentials that applications show.</summary>
internal sealed class Applications(StandInOptions options)
{
    /// <summary>The application, or why it is not let in.</summary>
    public (ServicePrincipal? Principal, EntraError? Error) SignIn(IReadOnlyDictionary<string, string> form)
    {
        var clientId = form.GetValueOrDefault("client_id", "");
        var principal = options.ServicePrincipals.FirstOrDefault(known =>
            known.ClientId.ToString().Equals(clientId, StringComparison.OrdinalIgnoreCase)
        );
        if (principal is null)
            return (null, EntraError.ApplicationNotFound(clientId, options.TenantId));

        var error =
            form.TryGetValue("client_secret", out var secret) ? CheckSecret(principal, secret)
            : form.TryGetValue("client_assertion", out var assertion)
                ? CheckAssertion(principal, ClientAssertion.Parse(assertion))
            : EntraError.MissingCredential;
        return (error is null ? principal : null, error);
    }

    private static EntraError? CheckSecret(ServicePrincipal principal, string secret)
    {
        if (principal.Secret != secret)
            return EntraError.InvalidSecret(principal.ClientId.ToString());
        return principal.SecretExpired ? EntraError.ExpiredSecret(principal.ClientId.ToString()) : null;
    }

    private static EntraError? CheckAssertion(ServicePrincipal principal, ClientAssertion? assertion)
    {
        if (assertion is null || assertion.Issuer == principal.ClientId.ToString())
            return IsSigned(principal, assertion) ? null : EntraError.InvalidCertificate(principal.ClientId.ToString());
        return principal.FederatedSubject is not null && assertion.Subject == principal.FederatedSubject
            ? null
            : EntraError.NoFederatedIdentity(assertion.Subject ?? "");
    }

    private static bool IsSigned(ServicePrincipal principal, ClientAssertion? assertion) =>
        assertion is not null && principal.Certificate is not null && assertion.IsSignedWith(principal.Certificate);
}
