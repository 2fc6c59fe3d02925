using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.Identity;

/// <summary>Microsoft Entra's version 2 endpoints.</summary>
internal sealed class EntraService(
    StandInOptions options,
    StandInEndpoints endpoints,
    TokenIssuer issuer,
    DeviceCodes deviceCodes
)
{
    // Whoever signs in by device code.
    private static readonly Guid User = new("3f6f2b9e-0000-4000-8000-0000000000e1");

    private readonly Applications _applications = new(options);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/{tenant}/v2.0/.well-known/openid-configuration",
            (string tenant) => InTenant(tenant) ?? Results.Json(Configuration(tenant))
        );
        routes.MapGet("/{tenant}/discovery/instance", () => Results.Json(Instances()));
        routes.MapPost(
            "/{tenant}/oauth2/v2.0/token",
            async (string tenant, HttpRequest request) =>
                InTenant(tenant)
                ?? Token((await request.ReadFormAsync()).ToDictionary(item => item.Key, item => item.Value.ToString()))
        );
        routes.MapPost(
            "/{tenant}/oauth2/v2.0/devicecode",
            (string tenant) => InTenant(tenant) ?? Results.Json(DeviceCode())
        );
    }

    private IResult? InTenant(string tenant) =>
        new[] { "common", "organizations", $"{options.TenantId}", options.Domain }.Contains(
            tenant,
            StringComparer.OrdinalIgnoreCase
        )
            ? null
            : Refuse(EntraError.TenantNotFound(tenant));

    private object Configuration(string tenant)
    {
        var root = new Uri(endpoints.Entra, tenant).ToString();
        return new
        {
            issuer = $"{root}/v2.0",
            authorization_endpoint = $"{root}/oauth2/v2.0/authorize",
            token_endpoint = $"{root}/oauth2/v2.0/token",
            device_authorization_endpoint = $"{root}/oauth2/v2.0/devicecode",
            jwks_uri = $"{root}/discovery/v2.0/keys",
            token_endpoint_auth_methods_supported = new[] { "client_secret_post", "private_key_jwt" },
        };
    }

    private string Host => endpoints.Entra.Authority;

    private object Instances() =>
        new
        {
            tenant_discovery_endpoint = $"{new Uri(endpoints.Entra, options.TenantId.ToString())}/v2.0/.well-known"
                + "/openid-configuration",
            metadata = new[]
            {
                new
                {
                    preferred_network = Host,
                    preferred_cache = Host,
                    aliases = new[] { Host },
                },
            },
        };

    private IResult Token(Dictionary<string, string> form) =>
        form.GetValueOrDefault("grant_type") switch
        {
            "client_credentials" => ClientCredentials(form),
            "device_code" or "urn:ietf:params:oauth:grant-type:device_code" => ByDeviceCode(form),
            "refresh_token" => UserToken(form),
            var other => Refuse(EntraError.UnsupportedGrant(other ?? "")),
        };

    private IResult ClientCredentials(Dictionary<string, string> form)
    {
        var (principal, error) = _applications.SignIn(form);
        return principal is null
            ? Refuse(error!)
            : Answer(Resource(form), principal.ClientId, principal.ObjectId, null);
    }

    private object DeviceCode()
    {
        var userCode = deviceCodes.Create();
        var page = new Uri(endpoints.Entra, "/device").ToString();
        return new
        {
            user_code = userCode,
            device_code = userCode,
            verification_uri = page,
            expires_in = 900,
            interval = 1,
            message = $"To sign in, use a web browser to open the page {page} and enter the code {userCode} to "
                + "authenticate.",
        };
    }

    private IResult ByDeviceCode(Dictionary<string, string> form)
    {
        var code = form.GetValueOrDefault("device_code", "");
        if (!deviceCodes.Exists(code))
            return Refuse(EntraError.DeviceCodeExpired);
        return deviceCodes.IsApproved(code) ? UserToken(form) : Refuse(EntraError.AuthorizationPending);
    }

    private IResult UserToken(Dictionary<string, string> form) =>
        Answer(
            Resource(form),
            Guid.Parse(form["client_id"], CultureInfo.InvariantCulture),
            User,
            form.GetValueOrDefault("scope", "")
        );

    private IResult Answer(string resource, Guid clientId, Guid objectId, string? userScopes)
    {
        if (!issuer.Knows(resource))
            return Refuse(EntraError.ResourceNotFound(resource, options.TenantId));
        var token = issuer.Issue(resource, clientId, objectId);
        var seconds = (int)options.TokenLifetime.TotalSeconds;
        return userScopes is null
            ? Results.Json(
                new
                {
                    token_type = "Bearer",
                    expires_in = seconds,
                    ext_expires_in = seconds,
                    access_token = issuer.Text(token),
                }
            )
            : Results.Json(UserAnswer.For(token, issuer.Text(token), userScopes, seconds));
    }

    /// <summary>
    /// The resource is the scope's part before the last slash: https://management.azure.com//.default is of that with a
    /// slash.
    /// </summary>
    private static string Resource(Dictionary<string, string> form)
    {
        var scope =
            form.GetValueOrDefault("scope", "")
                .Split(' ')
                .FirstOrDefault(item => item.StartsWith("https://", StringComparison.Ordinal))
            ?? "";
        var end = scope.LastIndexOf('/');
        return end < 0 ? scope : scope[..end];
    }

    private static IResult Refuse(EntraError error) => Results.Json(error.ToJson(), statusCode: error.Status);
}
