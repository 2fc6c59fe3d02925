using Azure.Core;
using Azure.Identity;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.SigningIn;

/// <summary>Makes Azure.Identity's credential of a way to sign in.</summary>
internal static class Credentials
{
    // The chain asks the metadata endpoint on machines that have none, too.
    private static readonly TimeSpan ChainPatience = TimeSpan.FromSeconds(10);
    private const int ChainRetries = 1;

    public static TokenCredential Of(SignIn signIn, TokenHosts hosts) =>
        signIn is AccessTokenSignIn given ? new GivenTokens(given.Tokens, hosts) : Of(signIn, hosts.Cloud);

    private static TokenCredential Of(SignIn signIn, AzureEnvironment environment) =>
        signIn switch
        {
            DefaultSignIn => Default(signIn.TenantId, environment),
            ManagedIdentitySignIn identity => new ManagedIdentityCredential(
                new ManagedIdentityCredentialOptions(
                    identity.ClientId is { } id
                        ? ManagedIdentityId.FromUserAssignedClientId(id)
                        : ManagedIdentityId.SystemAssigned
                )
                {
                    AuthorityHost = environment.AuthorityHost,
                }
            ),
            ServicePrincipalSignIn principal => ServicePrincipal(principal, environment),
            DeviceCodeSignIn device => DeviceCode(device, environment),
            AzureCliSignIn => new AzureCliCredential(
                new AzureCliCredentialOptions { TenantId = signIn.TenantId, AuthorityHost = environment.AuthorityHost }
            ),
            ExternalSignIn external => new ExternalCredential(external),
            _ => throw new NotSupportedException($"{signIn} is no way to sign in."),
        };

    private static TokenCredential Default(string? tenantId, AzureEnvironment environment) =>
        new DefaultAzureCredential(
            new DefaultAzureCredentialOptions
            {
                AuthorityHost = environment.AuthorityHost,
                DisableInstanceDiscovery = !environment.IsKnown,
                TenantId = tenantId,
                ExcludeInteractiveBrowserCredential = true,
                ExcludeVisualStudioCredential = true,
                ExcludeVisualStudioCodeCredential = true,
                ExcludeAzureDeveloperCliCredential = true,
                ExcludeAzurePowerShellCredential = true,
                ExcludeBrokerCredential = true,
                CredentialProcessTimeout = ChainPatience,
                Retry = { MaxRetries = ChainRetries },
            }
        );

    private static TokenCredential ServicePrincipal(ServicePrincipalSignIn principal, AzureEnvironment environment)
    {
        var tenant =
            principal.TenantId
            ?? throw new AzureException(
                AzureErrorKind.WrongTenant,
                "A service principal signs in to a tenant: none was named."
            );
        var (authority, own) = (environment.AuthorityHost, !environment.IsKnown);
        if (principal.Secret is { } secret)
            return new ClientSecretCredential(
                tenant,
                principal.ClientId,
                secret,
                new ClientSecretCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = own }
            );

        if (principal.Certificate is { } certificate)
            return new ClientCertificateCredential(
                tenant,
                principal.ClientId,
                certificate,
                new ClientCertificateCredentialOptions
                {
                    AuthorityHost = authority,
                    DisableInstanceDiscovery = own,
                    SendCertificateChain = true,
                }
            );

        return new ClientAssertionCredential(
            tenant,
            principal.ClientId,
            token => ReadFederatedTokenAsync(principal.FederatedTokenFile!, token),
            new ClientAssertionCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = own }
        );
    }

    // Whoever puts the file there renews it, so it is read each time.
    private static async Task<string> ReadFederatedTokenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return (await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AzureException(
                AzureErrorKind.NotSignedIn,
                $"The federated token file cannot be read: {exception.Message}",
                exception
            )
            {
                Target = path,
            };
        }
    }

    private static TokenCredential DeviceCode(DeviceCodeSignIn device, AzureEnvironment environment)
    {
        var options = new DeviceCodeCredentialOptions
        {
            TenantId = device.TenantId,
            AuthorityHost = environment.AuthorityHost,
            DisableInstanceDiscovery = !environment.IsKnown,
            DeviceCodeCallback = (code, _) =>
            {
                device.Prompt(code.Message);
                return Task.CompletedTask;
            },
        };
        if (device.ClientId is { } clientId)
            options.ClientId = clientId;

        return new DeviceCodeCredential(options);
    }
}
