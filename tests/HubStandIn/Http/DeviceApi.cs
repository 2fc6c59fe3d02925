using HubStandIn.Authentication;
using HubStandIn.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HubStandIn.Http;

/// <summary>
/// What devices send over HTTPS. There are no twins and no methods here, and no connection that a row could tell of.
/// </summary>
internal sealed class DeviceApi(DeviceSignIn signIn, Telemetry telemetry, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            "/devices/{id}/messages/events",
            (HttpContext context, string id) => SendAsync(context, id, null)
        );
        routes.MapPost(
            "/devices/{id}/modules/{module}/messages/events",
            (HttpContext context, string id, string module) => SendAsync(context, id, module)
        );
    }

    private async Task<IResult> SendAsync(HttpContext context, string id, string? module)
    {
        var admission = signIn.Admit(context, id, module);
        if (admission.Refusal is { } code)
            return HubAnswers.Error(context, code);
        using var reader = new StreamReader(context.Request.Body);
        var identity = admission.Identity!;
        telemetry.Add(identity, "Https", await reader.ReadToEndAsync(context.RequestAborted));
        identity.LastActivityTime = clock.GetUtcNow();
        return Results.NoContent();
    }
}
