using AzureStandIn.Hosting;
using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Faults;

/// <summary>Lets requests meet the plan's faults.</summary>
internal sealed class FaultMiddleware(FaultPlan plan)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var info = RequestInfo.Of(context);
        var fault = plan.Next(info.Service, context.Request.Path, info.Query);
        info.Fault = fault;
        switch (fault?.Kind)
        {
            case null or FaultKind.PartialResult:
                await next(context);
                break;
            case FaultKind.CutBeforeHeaders:
                context.Abort();
                break;
            case FaultKind.EmptyBody:
                context.Response.StatusCode = 200;
                break;
            case FaultKind.CutInBody or FaultKind.SlowBody or FaultKind.MalformedJson:
                await BodyFaults.ApplyAsync(context, fault, next);
                break;
            default:
                await FaultAnswers.WriteAsync(context, info.Service, fault);
                break;
        }
    }
}
