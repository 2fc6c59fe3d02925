using System.Text.Json;
using Azure.Core;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.SigningIn;

/// <summary>Tokens that someone else got: a request takes the one that is for its audience.</summary>
internal sealed class GivenTokens(IEnumerable<string> tokens, TokenHosts hosts) : TokenCredential
{
    private readonly List<(string Audience, AccessToken Token)> _tokens =
    [
        .. tokens.Select(Read).OrderByDescending(t => t.Token.ExpiresOn),
    ];

    /// <summary>A token that is of use in the cloud.</summary>
    /// <exception cref="AzureException">There is none.</exception>
    public AccessToken Best() => Take(audience => Audiences.IsKnown(audience, hosts), $"a service of {hosts.Cloud}");

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var wanted = AudienceOf(requestContext.Scopes[0]);
        var found = Take(audience => Audiences.Fits(audience, wanted, hosts), wanted);
        return requestContext.Claims is null
            ? found
            : throw Told(AzureErrorKind.SignInAgain, wanted, "is taken no longer: the service wants a new sign-in");
    }

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    ) => new(GetToken(requestContext, cancellationToken));

    private AccessToken Take(Func<string, bool> fits, string wanted)
    {
        var found = _tokens.FirstOrDefault(t => fits(t.Audience));
        if (found.Audience is null)
            throw new AzureException(
                AzureErrorKind.WrongAudience,
                $"No access token is for {wanted}: those given are for "
                    + $"{string.Join(", ", _tokens.Select(t => t.Audience))}."
            )
            {
                Target = wanted,
            };

        return found.Token.ExpiresOn > DateTimeOffset.UtcNow
            ? found.Token
            : throw Told(AzureErrorKind.TokenExpired, wanted, $"expired at {found.Token.ExpiresOn:u}");
    }

    private static AzureException Told(AzureErrorKind kind, string wanted, string what) =>
        new(kind, $"The access token for {wanted} {what}.") { Target = wanted };

    private static string AudienceOf(string scope) =>
        (scope.EndsWith("/.default", StringComparison.Ordinal) ? scope[..^"/.default".Length] : scope).TrimEnd('/');

    private static (string Audience, AccessToken Token) Read(string token)
    {
        using var claims =
            TokenClaims.Read(token)
            ?? throw new AzureException(
                AzureErrorKind.CredentialRefused,
                "What was given as an access token is none: Entra's tokens have three parts, and the second is JSON."
            );
        var audience = TokenClaims.Text(claims, "aud") ?? "";
        var expires =
            claims.RootElement.TryGetProperty("exp", out var exp) && exp.TryGetInt64(out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : DateTimeOffset.MaxValue;
        return (audience.TrimEnd('/'), new AccessToken(token, expires));
    }
}
