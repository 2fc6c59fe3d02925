using HubStandIn.Authentication;
using HubStandIn.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HubStandIn.Http;

/// <summary>What devices can do over HTTPS: send, and ask for messages. There are no twins and no methods here, and no connection that a row could tell of.</summary>
internal sealed class DeviceApi(DeviceAuthentication authentication, Telemetry telemetry, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/devices/{id}/messages/events", (HttpContext context, string id) => SendAsync(context, id, null));
        routes.MapPost("/devices/{id}/modules/{module}/messages/events", (HttpContext context, string id, string module) => SendAsync(context, id, module));
        routes.MapGet("/devices/{id}/messages/devicebound", (HttpContext context, string id) =>
            SignIn(context, id, null) is { Refusal: { } code } ? HubAnswers.Error(context, code) : Results.NoContent());
    }

    private async Task<IResult> SendAsync(HttpContext context, string id, string? module)
    {
        Admission admission = SignIn(context, id, module);
        if (admission.Refusal is { } code)
            return HubAnswers.Error(context, code);
        using var reader = new StreamReader(context.Request.Body);
        HubIdentity identity = admission.Identity!;
        telemetry.Add(identity, "Https", await reader.ReadToEndAsync(context.RequestAborted));
        identity.LastActivityTime = clock.GetUtcNow();
        return Results.NoContent();
    }

    private Admission SignIn(HttpContext context, string id, string? module) => context.Request.Query.ContainsKey("api-version")
        ? authentication.Admit(id, module, context.Request.Headers.Authorization, context.Connection.ClientCertificate)
        : Admission.Refused(HubErrorCode.GenericBadRequest);
}
