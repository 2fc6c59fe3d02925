using System.Text.Json;
using Azure.Core;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Azure.SigningIn;

/// <summary>Tokens that someone else got: a request takes the one that is for its audience.</summary>
internal sealed class GivenTokens : TokenCredential
{
    private readonly List<(string Audience, AccessToken Token)> _tokens;

    public GivenTokens(IEnumerable<string> tokens) => _tokens = [.. tokens.Select(Read)];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        string wanted = AudienceOf(requestContext.Scopes[0]);
        var found = _tokens.FirstOrDefault(t => t.Audience.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        if (found.Audience is null)
            throw new AzureException(AzureErrorKind.WrongAudience, $"No access token is for {wanted}: those given are for {string.Join(", ", _tokens.Select(t => t.Audience))}.") { Target = wanted };

        if (found.Token.ExpiresOn <= DateTimeOffset.UtcNow)
            throw new AzureException(AzureErrorKind.TokenExpired, $"The access token for {wanted} expired at {found.Token.ExpiresOn:u}.") { Target = wanted };

        return found.Token;
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));

    private static string AudienceOf(string scope) =>
        (scope.EndsWith("/.default", StringComparison.Ordinal) ? scope[..^"/.default".Length] : scope).TrimEnd('/');

    private static (string, AccessToken) Read(string token)
    {
        using JsonDocument claims = TokenClaims.Read(token)
            ?? throw new AzureException(AzureErrorKind.CredentialRefused, "What was given as an access token is none: Entra's tokens have three parts, and the second is JSON.");
        string audience = TokenClaims.Text(claims, "aud") ?? "";
        var expires = claims.RootElement.TryGetProperty("exp", out JsonElement exp) && exp.TryGetInt64(out long seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MaxValue;
        return (audience.TrimEnd('/'), new AccessToken(token, expires));
    }
}
