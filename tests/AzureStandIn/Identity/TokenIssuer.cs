namespace AzureStandIn.Identity;

/// <summary>Makes tokens, for the endpoints and for tests that want a certain one.</summary>
public sealed class TokenIssuer
{
    private readonly StandInOptions _options;
    private readonly Audiences _audiences;
    private readonly TokenCodec _codec;

    internal TokenIssuer(StandInOptions options, Audiences audiences, TokenCodec codec) =>
        (_options, _audiences, _codec) = (options, audiences, codec);

    /// <summary>
    /// A token as the first application would get it for the resource, such as https://management.azure.com.
    /// </summary>
    public AccessToken Issue(string audience) =>
        Issue(audience, _options.ServicePrincipals[0].ClientId, _options.ServicePrincipals[0].ObjectId);

    /// <summary>
    /// The token's text, as it stands behind "Bearer". Change a property first for one that expired or is another
    /// tenant's.
    /// </summary>
    public string Text(AccessToken token) => _codec.Write(token);

    /// <summary>What a token says, expired or not; null for text that was not issued here.</summary>
    public AccessToken? Read(string text) => _codec.Read(text);

    internal AccessToken Issue(string audience, Guid clientId, Guid objectId) =>
        new()
        {
            Audience = audience,
            TenantId = _options.TenantId,
            ClientId = clientId,
            ObjectId = objectId,
            ExpiresOn = DateTimeOffset.UtcNow + _options.TokenLifetime,
        };

    internal bool Knows(string audience) => _audiences.IsKnown(audience);
}
