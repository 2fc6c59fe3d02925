using AzureStandIn.Identity;
using AzureStandIn.Logs;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Hosting;

/// <summary>Looks at the token of every call to a service that wants one.</summary>
internal sealed class TokenGate(TokenCodec codec, Audiences audiences, Guid tenant)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var info = RequestInfo.Of(context);
        (info.Token, var error) = Check(context.Request.Headers.Authorization.ToString(), info.Service);
        if (error is null)
        {
            await next(context);
            return;
        }

        context.Response.Headers.WWWAuthenticate =
            $"Bearer authorization_uri=\"https://login.windows.net/{tenant}\", error=\"invalid_token\", "
            + $"error_description=\"{error.Message}\"";
        await error.Result().ExecuteAsync(context);
    }

    private (AccessToken? Token, ServiceError? Error) Check(string header, AzureService service)
    {
        var logs = service == AzureService.Logs;
        const string scheme = "Bearer ";
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return (null, logs ? LogsErrors.NoToken : ArmErrors.NoToken);
        if (codec.Read(header[scheme.Length..]) is not { } token)
            return (null, logs ? LogsErrors.InvalidToken : ArmErrors.InvalidToken);
        if (token.ExpiresOn <= DateTimeOffset.UtcNow)
            return (null, logs ? LogsErrors.ExpiredToken : ArmErrors.ExpiredToken(token));
        if (!audiences.Takes(service, token.Audience))
            return (
                null,
                logs ? LogsErrors.WrongAudience(token) : ArmErrors.WrongAudience(token, audiences.Of(service))
            );
        if (token.TenantId != tenant)
            return (null, logs ? LogsErrors.NotAllowed : ArmErrors.WrongTenant(token, tenant));
        return (token, null);
    }
}
