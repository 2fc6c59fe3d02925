using Azure.Core;
using Azure.Identity;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.SigningIn;

/// <summary>One identity's tokens, with where they may go.</summary>
internal sealed class IdentityTokens(SignIn signIn, TokenHosts hosts) : TokenCredential
{
    private readonly TokenCredential _credential = CredentialOf(signIn, hosts);

    public SignIn SignIn => signIn;

    public TokenHosts Hosts => hosts;

    public AzureEnvironment Cloud => hosts.Cloud;

    /// <summary>Whether it has given a token already.</summary>
    public bool HasSignedIn { get; private set; }

    /// <summary>Gets a token that tells who the identity is.</summary>
    public ValueTask<AccessToken> GetAnyAsync(CancellationToken cancellation) =>
        _credential is GivenTokens given ? new(given.Best()) : GetAsync(Cloud.LogsAudience, cancellation);

    /// <summary>
    /// Gets a token for an audience, as requests ask for it, so that they find it in the credential's cache.
    /// </summary>
    public ValueTask<AccessToken> GetAsync(string audience, CancellationToken cancellation) =>
        GetTokenAsync(new TokenRequestContext([audience + "/.default"], isCaeEnabled: true), cancellation);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var token = await _credential.GetTokenAsync(requestContext, cancellationToken).ConfigureAwait(false);
            HasSignedIn = true;
            return token;
        }
        catch (AuthenticationFailedException exception)
            when (requestContext.Claims is not null && EntraRefusal.Find(exception.Message) is null)
        {
            // Azure CLI, for one, takes no claims, and says what to do.
            throw new AzureException(
                AzureErrorKind.SignInAgain,
                $"The service wants a new sign-in. {exception.Message}",
                exception
            );
        }
    }

    private static TokenCredential CredentialOf(SignIn signIn, TokenHosts hosts)
    {
        Failures.RequireHttps(hosts.Cloud.AuthorityHost, "The authority host");
        try
        {
            return Credentials.Of(signIn, hosts);
        }
        catch (ArgumentException exception)
        {
            throw new AzureException(
                AzureErrorKind.CredentialRefused,
                $"Signing in failed: {exception.Message}",
                exception
            );
        }
    }
}
