using AzureStandIn.Faults;
using AzureStandIn.Identity;
using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Hosting;

/// <summary>What is known about the request under way.</summary>
internal sealed class RequestInfo(AzureService service)
{
    public AzureService Service => service;

    /// <summary>The query's text; null for other requests.</summary>
    public string? Query { get; set; }

    public string? Timespan { get; set; }

    /// <summary>How long a cluster is to work on the query at most; null where the request does not say.</summary>
    public TimeSpan? ServerTimeout { get; set; }

    public Fault? Fault { get; set; }

    /// <summary>What the answer is to say of the caller's access, as JSON; null for nothing.</summary>
    public string? Permissions { get; set; }

    /// <summary>The token that came with it, once it is found valid.</summary>
    public AccessToken? Token { get; set; }

    public static RequestInfo Of(HttpContext context) => (RequestInfo)context.Items[typeof(RequestInfo)]!;

    public void AttachTo(HttpContext context) => context.Items[typeof(RequestInfo)] = this;
}
