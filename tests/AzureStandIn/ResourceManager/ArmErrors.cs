using System.Globalization;
using AzureStandIn.Hosting;
using AzureStandIn.Identity;

namespace AzureStandIn.ResourceManager;

/// <summary>What Azure Resource Manager says when it refuses.</summary>
internal static class ArmErrors
{
    public static ServiceError NoToken { get; } =
        new(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");

    public static ServiceError InvalidToken { get; } =
        new(401, "InvalidAuthenticationToken", "The access token is invalid.");

    public static ServiceError ExpiredToken(AccessToken token) =>
        new(
            401,
            "ExpiredAuthenticationToken",
            $"The access token expiry UTC time '{Time(token.ExpiresOn)}' is earlier than current UTC time "
                + $"'{Time(DateTimeOffset.UtcNow)}'."
        );

    public static ServiceError WrongAudience(AccessToken token, IEnumerable<string> audiences) =>
        new(
            401,
            "InvalidAuthenticationTokenAudience",
            $"The access token has been obtained for wrong audience or resource '{token.Audience}'. It "
                + "should exactly match with one of the allowed "
                + $"audiences '{string.Join("','", audiences)}'."
        );

    public static ServiceError WrongTenant(AccessToken token, Guid tenant) =>
        new(
            401,
            "InvalidAuthenticationTokenTenant",
            $"The access token is from the wrong issuer 'https://sts.windows.net/{token.TenantId}/'. It "
                + "must match the tenant "
                + $"'https://sts.windows.net/{tenant}/' associated with this subscription. Please use the "
                + "authority (URL) "
                + $"'https://login.windows.net/{tenant}' to get the token. Note, if the subscription is "
                + "transferred to another tenant there is no impact "
                + "to the services, but information about new tenant could take time to propagate (up to an hour)."
        );

    public static ServiceError NotAllowed(Guid objectId, string action, string scope) =>
        new(
            403,
            "AuthorizationFailed",
            $"The client '{objectId}' with object id '{objectId}' does not have authorization to perform "
                + $"action '{action}' over scope '{scope}' "
                + "or the scope is invalid. If access was recently granted, please refresh your credentials."
        );

    public static ServiceError NotLinked(Guid objectId, string action, string scope, string linked, string place) =>
        new(
            403,
            "LinkedAuthorizationFailed",
            $"The client '{objectId}' with object id '{objectId}' has permission to perform action '{action}' on scope "
                + $"'{scope}'; however, it does not have permission to perform action '{linked}' on the linked "
                + $"scope(s) '{place}' or the linked scope(s) are invalid."
        );

    public static ServiceError NoSubscription(string subscription) =>
        new(404, "SubscriptionNotFound", $"The subscription '{subscription}' could not be found.");

    public static ServiceError NoGroup(string group) =>
        new(404, "ResourceGroupNotFound", $"Resource group '{group}' could not be found.");

    public static ServiceError NoResource(ArmId id) =>
        new(
            404,
            "ResourceNotFound",
            $"The Resource '{id.Type}/{id.Name}' under resource group '{id.ResourceGroup}' was not found. "
                + "For more details please go to https://aka.ms/ARMResourceNotFoundFix"
        );

    public static ServiceError NoVersion { get; } =
        new(
            400,
            "MissingApiVersionParameter",
            "The api-version query parameter (?api-version=) is required for all requests."
        );

    public static ServiceError WrongVersion(string type, string version, IEnumerable<string> versions) =>
        new(
            400,
            "InvalidApiVersionParameter",
            $"The api-version '{version}' is invalid for the resource type '{type}'. The supported versions "
                + $"are '{string.Join(",", versions)}'."
        );

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
}
