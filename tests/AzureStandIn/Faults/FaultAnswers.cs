using System.Globalization;
using AzureStandIn.Hosting;
using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Faults;

/// <summary>The answers of services in trouble.</summary>
internal static class FaultAnswers
{
    public static Task WriteAsync(HttpContext context, AzureService service, Fault fault)
    {
        if (fault.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (fault.Challenge is { } challenge)
            context.Response.Headers.WWWAuthenticate = challenge;
        var error = service == AzureService.Logs ? OfLogs(fault.Kind) : OfResourceManager(fault.Kind);
        var isTokenService = service is AzureService.Entra or AzureService.ManagedIdentity;
        return (isTokenService ? OfTokenService(error.Status) : error.Result()).ExecuteAsync(context);
    }

    private static IResult OfTokenService(int status) =>
        Results.Json(
            new
            {
                error = status < 429 ? "invalid_request" : "temporarily_unavailable",
                error_description = status < 429
                    ? "AADSTS900144: The request was refused."
                    : "AADSTS90033: A transient error has occurred. Please try again.",
            },
            statusCode: status
        );

    private static ServiceError OfLogs(FaultKind kind) =>
        kind switch
        {
            FaultKind.Unauthorized => new(
                401,
                "AuthenticationFailed",
                "Authentication failed. The token is not valid."
            ),
            FaultKind.Forbidden => new(
                403,
                "InsufficientAccessError",
                "The provided credentials have insufficient access to perform the requested operation"
            ),
            FaultKind.NotFound => new(404, "ResourceNotFoundError", "The requested resource was not found"),
            FaultKind.TooManyRequests => new(429, "ThrottledError", "Rate limit is exceeded"),
            FaultKind.ServiceUnavailable => new(503, "ServiceUnavailableError", "Service is temporarily unavailable"),
            FaultKind.GatewayTimeout => new(504, "GatewayTimeout", "Gateway timeout"),
            _ => new(500, "InternalServerError", "Internal server error"),
        };

    private static ServiceError OfResourceManager(FaultKind kind) =>
        kind switch
        {
            FaultKind.Unauthorized => new(401, "InvalidAuthenticationToken", "The access token is invalid."),
            FaultKind.Forbidden => new(
                403,
                "AuthorizationFailed",
                "The client does not have authorization to perform the action or the scope is invalid."
            ),
            FaultKind.NotFound => new(
                404,
                "ResourceNotFound",
                "The Resource was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"
            ),
            FaultKind.TooManyRequests => new(
                429,
                "TooManyRequests",
                "The request is being throttled as the limit has been reached for operation type - Read."
            ),
            FaultKind.ServiceUnavailable => new(503, "ServerBusy", "The server is busy. Please try again later."),
            FaultKind.GatewayTimeout => new(
                504,
                "GatewayTimeout",
                "The gateway did not receive a response within the specified time period."
            ),
            _ => new(500, "InternalServerError", "The server encountered an internal error. Please retry the request."),
        };
}
