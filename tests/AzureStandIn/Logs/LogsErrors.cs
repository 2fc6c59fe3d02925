using AzureStandIn.Hosting;
using AzureStandIn.Identity;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Http;

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

    /// <summary>A private link scope or a network perimeter, which looks as if a role were missing.</summary>
    public static IResult OutsideOfNetwork(Workspace workspace) =>
        Results.Json(
            new
            {
                error = new
                {
                    message = NotAllowed.Message,
                    code = NotAllowed.Code,
                    correlationId = Guid.NewGuid(),
                    innererror = Inner(workspace),
                },
            },
            statusCode: NotAllowed.Status
        );

    /// <summary>The perimeter's words are the service's; for a scope there are none on record.</summary>
    private static object Inner(Workspace workspace) =>
        workspace.PrivateLinkScope is { } scope
            ? new
            {
                code = "InsufficientAccessError",
                message = $"Access to workspace '{workspace.Id.Name}' is allowed through the Azure Monitor Private "
                    + $"Link Scope '{scope}' only.",
            }
            : new
            {
                code = "NspValidationFailedError",
                message = $"Access to workspace '{workspace.Id.Name}' from '203.0.113.7' is denied. To allow "
                    + "access from public networks, change the workspace Networking settings or add it to a "
                    + $"Network Security Perimeter. (workspace resource ID: {workspace.Id})",
            };

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
