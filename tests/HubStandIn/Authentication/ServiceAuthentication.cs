using AzureStandIn.Identity;

namespace HubStandIn.Authentication;

/// <summary>
/// Decides who may call the service's side: policies by SAS token, principals by Microsoft Entra token.
/// </summary>
internal sealed class ServiceAuthentication(StandInHubOptions options, HubConditions conditions)
{
    private const string Audience = "https://iothubs.azure.net";

    /// <summary>Null where the call may go on.</summary>
    public HubErrorCode? Check(string authorization, HubRights needed)
    {
        if (conditions.Refusal is { } refusal)
            return refusal;
        const string bearer = "Bearer ";
        var rights = authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase)
            ? RightsOfPrincipal(authorization[bearer.Length..])
            : RightsOfPolicy(SharedAccessSignature.Parse(authorization));
        return rights.HasFlag(needed) ? null : HubErrorCode.IotHubUnauthorized;
    }

    private HubRights RightsOfPrincipal(string text)
    {
        var token = options.Azure?.Tokens.Read(text);
        var good =
            token is not null
            && token.ExpiresOn > DateTimeOffset.UtcNow
            && token.TenantId == options.Azure!.Options.TenantId
            && string.Equals(token.Audience.TrimEnd('/'), Audience, StringComparison.OrdinalIgnoreCase);
        return good ? conditions.EntraRights : HubRights.None;
    }

    private HubRights RightsOfPolicy(SharedAccessSignature? token)
    {
        if (
            token is null
            || conditions.DisableLocalAuth
            || token.ExpiresAt <= options.Clock.GetUtcNow()
            || !options.IsOwnName(token.Resource.Split('/')[0])
        )
            return HubRights.None;
        SharedAccessPolicy? policy = options.Policies.FirstOrDefault(policy => policy.Name == token.Policy);
        return policy is not null && token.IsSignedWith(policy.PrimaryKey, policy.SecondaryKey)
            ? policy.Rights
            : HubRights.None;
    }
}
