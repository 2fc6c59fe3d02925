using System.Text.Json.Nodes;
using HubStandIn.Authentication;
using HubStandIn.Registry;
using HubStandIn.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HubStandIn.Http;

/// <summary>Direct methods.</summary>
internal sealed class MethodApi(
    HubRegistry registry,
    SessionTable sessions,
    ServiceAuthentication authentication,
    HubConditions conditions
)
{
    private const double DefaultTimeout = 30;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/twins/{id}/methods", (HttpContext context, string id) => CallAsync(context, id, null));
        routes.MapPost(
            "/twins/{id}/modules/{module}/methods",
            (HttpContext context, string id, string module) => CallAsync(context, id, module)
        );
    }

    private async Task<IResult> CallAsync(HttpContext context, string id, string? module)
    {
        if (
            authentication.Check(context.Request.Headers.Authorization.ToString(), HubRights.ServiceConnect) is { } code
        )
            return HubAnswers.Error(context, code);
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        if (body?["methodName"]?.ToString() is not { Length: > 0 } name)
            return HubAnswers.Error(context, HubErrorCode.GenericBadRequest);
        if (registry.Find(id, module) is not { } identity)
            return HubAnswers.Error(context, HubErrorCode.DeviceNotFound);

        var wait = TimeSpan.FromSeconds(body["connectTimeoutInSeconds"]?.GetValue<double>() ?? 0);
        if (await HandlerAsync(identity, wait, context.RequestAborted) is not { } handler)
            return HubAnswers.MethodError(context, HubErrorCode.DeviceNotOnline);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(
            TimeSpan.FromSeconds(body["responseTimeoutInSeconds"]?.GetValue<double>() ?? DefaultTimeout)
        );
        try
        {
            await Task.Delay(conditions.AnswerDelay, patience.Token);
            var answer = await handler(name, body["payload"], patience.Token);
            return HubAnswers.Json(new JsonObject { ["status"] = answer.Status, ["payload"] = answer.Payload });
        }
        catch (OperationCanceledException)
        {
            return HubAnswers.MethodError(context, HubErrorCode.GatewayTimeout);
        }
    }

    private async Task<MethodHandler?> HandlerAsync(HubIdentity identity, TimeSpan wait, CancellationToken cancellation)
    {
        var until = Environment.TickCount64 + (long)wait.TotalMilliseconds;
        while (sessions.Find(identity)?.Methods is null && Environment.TickCount64 < until)
            await Task.Delay(50, cancellation);
        return sessions.Find(identity)?.Methods;
    }
}
