using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.Identity;

/// <summary>
/// The three places where a managed identity's token is asked for: a virtual machine, App Service and Azure Automation.
/// </summary>
internal sealed class ManagedIdentityService(StandInOptions options, TokenIssuer issuer)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/metadata/identity/oauth2/token", InstanceMetadata);
        routes.MapGet("/msi/token", AppService);
        routes.MapMethods("/automation/oauth2/token", ["GET", "POST"], Automation);
    }

    private IResult InstanceMetadata(HttpRequest request)
    {
        if (request.Headers["Metadata"] != "true")
            return Refuse("invalid_request", "Required metadata header not specified");
        if (request.Headers.ContainsKey("X-Forwarded-For"))
            return Refuse("invalid_request", "X-Forwarded-For is not allowed");
        return string.IsNullOrEmpty(request.Query["api-version"])
            ? Refuse("invalid_request", "Required query variable 'api-version' is missing")
            : Answer(name => request.Query[name]);
    }

    private IResult AppService(HttpRequest request)
    {
        if (request.Query["api-version"] != "2019-08-01")
            return Results.Json(
                new { statusCode = 400, message = "The api-version is not supported." },
                statusCode: 400
            );
        return HasSecret(request) ? Answer(name => request.Query[name]) : Unauthorized();
    }

    // A runbook's sandbox takes the resource from the query or from a form, and Metadata beside the secret.
    private async Task<IResult> Automation(HttpRequest request)
    {
        if (!HasSecret(request))
            return Unauthorized();
        var form = request.HasFormContentType ? await request.ReadFormAsync() : null;
        return Answer(name => form?[name].FirstOrDefault() ?? request.Query[name]);
    }

    private bool HasSecret(HttpRequest request) => request.Headers["X-IDENTITY-HEADER"] == options.IdentityHeader;

    private static IResult Unauthorized() =>
        Results.Json(new { statusCode = 401, message = "Unauthorized" }, statusCode: 401);

    private IResult Answer(Func<string, string?> parameter)
    {
        var resource = parameter("resource") ?? "";
        if (!issuer.Knows(resource))
            return Refuse(
                "invalid_resource",
                $"AADSTS500011: The resource principal named {resource} was not found in the tenant named "
                    + $"{options.TenantId}."
            );
        var identity = options.ManagedIdentities.FirstOrDefault(known => IsWanted(known, parameter));
        if (identity is null)
            return Refuse("invalid_request", "Identity not found");

        var token = issuer.Issue(resource, identity.ClientId, identity.ObjectId);
        return Results.Json(
            new
            {
                access_token = issuer.Text(token),
                client_id = identity.ClientId,
                expires_in = ((int)options.TokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
                expires_on = token.ExpiresOn.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                resource,
                token_type = "Bearer",
            }
        );
    }

    private static bool IsWanted(ManagedIdentity identity, Func<string, string?> parameter)
    {
        var resourceId = parameter("mi_res_id") ?? parameter("msi_res_id");
        if (parameter("client_id") is { } clientId)
            return identity.ClientId.ToString().Equals(clientId, StringComparison.OrdinalIgnoreCase);
        if ((parameter("object_id") ?? parameter("principal_id")) is { } objectId)
            return identity.ObjectId.ToString().Equals(objectId, StringComparison.OrdinalIgnoreCase);
        return resourceId is null
            ? identity.ResourceId is null
            : string.Equals(identity.ResourceId, resourceId, StringComparison.OrdinalIgnoreCase);
    }

    private static IResult Refuse(string error, string description) =>
        Results.Json(new { error, error_description = description }, statusCode: 400);
}
