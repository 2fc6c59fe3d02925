using Azure.Core;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Azure.SigningIn;

/// <summary>Asks another module for tokens, and again only when one is about to expire.</summary>
internal sealed class ExternalCredential(ExternalSignIn signIn) : TokenCredential
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, AccessToken> _tokens = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        string scope = requestContext.Scopes[0];
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_tokens.TryGetValue(scope, out AccessToken kept) && kept.ExpiresOn > DateTimeOffset.UtcNow + Margin)
                return kept;

            ExternalToken fresh = await signIn.GetToken(scope.Replace("/.default", "", StringComparison.Ordinal), cancellationToken).ConfigureAwait(false);
            return _tokens[scope] = new AccessToken(fresh.Value, fresh.ExpiresOn);
        }
        finally
        {
            _gate.Release();
        }
    }
}
