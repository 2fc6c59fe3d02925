using HubStandIn.Authentication;
using HubStandIn.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HubStandIn.Http;

/// <summary>Messages from the cloud over HTTPS: asked for, and then completed, rejected or abandoned.</summary>
internal sealed class DeviceMessageApi(DeviceSignIn signIn)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/devices/{id}/messages/devicebound",
            (HttpContext context, string id) => Answer(context, id, queue => Take(context, queue))
        );
        routes.MapDelete(
            "/devices/{id}/messages/devicebound/{token}",
            (HttpContext context, string id, string token) =>
                Answer(
                    context,
                    id,
                    queue =>
                        Settled(
                            context,
                            context.Request.Query.ContainsKey("reject") ? queue.Reject(token) : queue.Complete(token)
                        )
                )
        );
        routes.MapPost(
            "/devices/{id}/messages/devicebound/{token}/abandon",
            (HttpContext context, string id, string token) =>
                Answer(context, id, queue => Settled(context, queue.Abandon(token)))
        );
    }

    private IResult Answer(HttpContext context, string id, Func<DeviceQueue, IResult> answer)
    {
        var admission = signIn.Admit(context, id, null);
        return admission.Refusal is { } code ? HubAnswers.Error(context, code) : answer(admission.Identity!.Messages);
    }

    private static IResult Take(HttpContext context, DeviceQueue queue)
    {
        if (queue.Take() is not { } message)
            return Results.NoContent();
        context.Response.Headers.ETag = $"\"{message.LockToken}\"";
        context.Response.Headers["iothub-messageid"] = message.Id;
        foreach (var (name, value) in message.Properties)
            context.Response.Headers[$"iothub-app-{name}"] = value;
        return Results.Text(message.Body);
    }

    private static IResult Settled(HttpContext context, bool isDone) =>
        isDone ? Results.NoContent() : HubAnswers.Error(context, HubErrorCode.DeviceMessageLockLost);
}
