using System.Globalization;
using System.Text.Json.Nodes;
using HubStandIn.Authentication;
using HubStandIn.Registry;
using HubStandIn.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HubStandIn.Http;

/// <summary>Identities and twins for those who run the hub.</summary>
internal sealed class RegistryApi(HubRegistry registry, SessionTable sessions, ServiceAuthentication authentication)
{
    private const int DefaultPage = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/devices/{id}",
            (HttpContext context, string id) => Find(context, id, null, IdentityJson.Identity)
        );
        routes.MapGet(
            "/devices/{id}/modules/{module}",
            (HttpContext context, string id, string module) => Find(context, id, module, IdentityJson.Identity)
        );
        routes.MapGet("/devices/{id}/modules", Modules);
        routes.MapGet("/twins/{id}", (HttpContext context, string id) => Find(context, id, null, IdentityJson.Twin));
        routes.MapGet(
            "/twins/{id}/modules/{module}",
            (HttpContext context, string id, string module) => Find(context, id, module, IdentityJson.Twin)
        );
        routes.MapPost("/devices/query", (Delegate)QueryAsync);
    }

    private IResult Find(HttpContext context, string id, string? module, Func<HubIdentity, bool, JsonObject> show)
    {
        if (Refusal(context) is { } code)
            return HubAnswers.Error(context, code);
        return registry.Find(id, module) is { } identity
            ? HubAnswers.Json(show(identity, IsConnected(identity)))
            : HubAnswers.Error(context, module is null ? HubErrorCode.DeviceNotFound : HubErrorCode.ModuleNotFound);
    }

    private IResult Modules(HttpContext context, string id) =>
        Refusal(context) is { } code
            ? HubAnswers.Error(context, code)
            : HubAnswers.Json(
                new JsonArray([
                    .. registry
                        .All.Where(identity => identity.DeviceId == id && identity.ModuleId is not null)
                        .Select(identity => IdentityJson.Identity(identity, IsConnected(identity))),
                ])
            );

    private async Task<IResult> QueryAsync(HttpContext context)
    {
        if (Refusal(context) is { } code)
            return HubAnswers.Error(context, code);
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        if (TwinQuery.Parse(body?["query"]?.ToString() ?? "") is not { } query)
            return HubAnswers.Error(context, HubErrorCode.GenericBadRequest);

        JsonObject[] found =
        [
            .. query.Run(
                registry
                    .All.Where(identity => identity.ModuleId is null)
                    .Select(identity => IdentityJson.Twin(identity, IsConnected(identity)))
            ),
        ];
        var start = int.TryParse(context.Request.Headers["x-ms-continuation"], CultureInfo.InvariantCulture, out var at)
            ? at
            : 0;
        var size = int.TryParse(
            context.Request.Headers["x-ms-max-item-count"],
            CultureInfo.InvariantCulture,
            out var most
        )
            ? most
            : DefaultPage;
        if (start + size < found.Length)
            context.Response.Headers["x-ms-continuation"] = (start + size).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["x-ms-item-type"] = "Twin";
        return HubAnswers.Json(new JsonArray([.. found.Skip(start).Take(size)]));
    }

    private HubErrorCode? Refusal(HttpContext context) =>
        context.Request.Query.ContainsKey("api-version")
            ? authentication.Check(context.Request.Headers.Authorization.ToString(), HubRights.RegistryRead)
            : HubErrorCode.GenericBadRequest;

    private bool IsConnected(HubIdentity identity) => sessions.Find(identity) is not null;
}
