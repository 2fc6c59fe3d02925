using AzureStandIn.Hosting;
using AzureStandIn.Identity;

namespace AzureStandIn.Logs;

/// <summary>What Azure Monitor Logs says when it refuses.</summary>
internal static class LogsErrors
{
    public static ServiceError NoToken { get; } =
        new(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");

    public static ServiceError InvalidToken { get; } =
        new(403, "InvalidAuthenticationToken", "The access token is invalid.");

    public static ServiceError ExpiredToken { get; } =
        new(401, "AuthenticationFailed", "Authentication failed. The access token has expired.");

    public static ServiceError WrongAudience(AccessToken token) =>
        new(
            403,
            "InvalidAuthenticationTokenAudience",
            $"The access token has been obtained from wrong audience or resource '{token.Audience}'."
        );

    public static ServiceError NotAllowed { get; } =
        new(
            403,
            "InsufficientAccessError",
            "The provided credentials have insufficient access to perform the requested operation"
        );

    public static ServiceError ResourceNotAllowed(string objectId, string scope) =>
        new(
            403,
            "AuthorizationFailedError",
            $"The client '{objectId}' does not have authorization to perform action "
                + $"'microsoft.insights/logs/AzureDiagnostics/read' over scope '{scope}'."
        );

    public static ServiceError NoResource(string id) =>
        new(404, "ResourceNotFoundError", $"The resource '{id}' was not found");

    public static ServiceError Throttled { get; } = new(429, "ThrottledError", "Rate limit is exceeded");

    public static ServiceError TimedOut { get; } = new(504, "GatewayTimeout", "Gateway timeout");
}
