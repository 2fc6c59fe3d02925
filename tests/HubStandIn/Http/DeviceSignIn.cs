using HubStandIn.Authentication;
using Microsoft.AspNetCore.Http;

namespace HubStandIn.Http;

/// <summary>Over HTTPS a device signs in with each request.</summary>
internal sealed class DeviceSignIn(DeviceAuthentication authentication)
{
    public Admission Admit(HttpContext context, string id, string? module) =>
        context.Request.Query.ContainsKey("api-version")
            ? authentication.Admit(
                id,
                module,
                context.Request.Headers.Authorization,
                context.Connection.ClientCertificate
            )
            : Admission.Refused(HubErrorCode.GenericBadRequest);
}
