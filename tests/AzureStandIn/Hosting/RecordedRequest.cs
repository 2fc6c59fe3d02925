using AzureStandIn.Faults;
using AzureStandIn.Identity;

namespace AzureStandIn.Hosting;

/// <summary>A request that the stand-in has answered.</summary>
public sealed record RecordedRequest
{
    /// <summary>The service asked.</summary>
    public required AzureService Service { get; init; }

    /// <summary>GET, POST ...</summary>
    public required string Method { get; init; }

    /// <summary>The path, decoded.</summary>
    public required string Path { get; init; }

    /// <summary>The part of the address behind the question mark, that mark included; empty without one.</summary>
    public required string QueryString { get; init; }

    /// <summary>What was sent to Azure Resource Manager; null for nothing, and for other services.</summary>
    public required string? Body { get; init; }

    /// <summary>What Azure Resource Manager answered; null for other services.</summary>
    public required string? Answer { get; init; }

    /// <summary>The KQL text; null where the request is no query.</summary>
    public required string? Query { get; init; }

    /// <summary>The timespan sent with a query; null without one.</summary>
    public required string? TimeSpan { get; init; }

    /// <summary>How long a cluster was to work on the query at most; null where the request did not say.</summary>
    public required System.TimeSpan? ServerTimeout { get; init; }

    /// <summary>What the token said that came along; null without a good one.</summary>
    public required AccessToken? Token { get; init; }

    /// <summary>The headers without those that carry secrets.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The answer's status; 0 where the connection was cut before it.</summary>
    public required int Status { get; init; }

    /// <summary>The length of the answer's body as it was sent, compressed where the client asked for that.</summary>
    public required long Bytes { get; init; }

    /// <summary>The fault that the request met; null for none.</summary>
    public required Fault? Fault { get; init; }
}
