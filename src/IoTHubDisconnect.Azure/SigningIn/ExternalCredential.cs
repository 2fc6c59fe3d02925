using Azure.Core;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.SigningIn;

/// <summary>Asks another module for tokens, and again only when one is about to expire or is taken no longer.</summary>
internal sealed class ExternalCredential(ExternalSignIn signIn) : TokenCredential
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, AccessToken> _tokens = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    )
    {
        var scope = requestContext.Scopes[0];
        var isRefused = requestContext.Claims is not null;
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (
                _tokens.TryGetValue(scope, out var kept)
                && !isRefused
                && kept.ExpiresOn > DateTimeOffset.UtcNow + Margin
            )
                return kept;

            _tokens.Remove(scope);
            var audience = scope.Replace("/.default", "", StringComparison.Ordinal);
            var fresh = await signIn.GetToken(audience, cancellationToken).ConfigureAwait(false);
            // The other module takes no claims: only a sign-in made anew since gives a token that the service may take.
            if (isRefused && fresh.Value == kept.Token)
                throw Refused(audience);

            return _tokens[scope] = new AccessToken(fresh.Value, fresh.ExpiresOn);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static AzureException Refused(string audience) =>
        new(
            AzureErrorKind.SignInAgain,
            $"The token of the Az modules for {audience} is taken no longer: the service wants a new sign-in."
        )
        {
            Target = audience,
        };
}
