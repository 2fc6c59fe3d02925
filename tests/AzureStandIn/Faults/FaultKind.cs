namespace AzureStandIn.Faults;

/// <summary>A way to misbehave.</summary>
public enum FaultKind
{
    /// <summary>401, as for a token that the service does not take.</summary>
    Unauthorized,

    /// <summary>403, as without a role.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>429, with Retry-After if the fault has one.</summary>
    TooManyRequests,

    /// <summary>500.</summary>
    InternalServerError,

    /// <summary>503, with Retry-After if the fault has one.</summary>
    ServiceUnavailable,

    /// <summary>504, as when a query's time is up.</summary>
    GatewayTimeout,

    /// <summary>The connection is cut before the answer's first byte.</summary>
    CutBeforeHeaders,

    /// <summary>The connection is cut in the middle of the body.</summary>
    CutInBody,

    /// <summary>The whole answer, a few bytes at a time.</summary>
    SlowBody,

    /// <summary>200, some of the rows, and a PartialError; services other than the query ones answer as ever.</summary>
    PartialResult,

    /// <summary>200, and a body that ends in the middle of its JSON.</summary>
    MalformedJson,

    /// <summary>200 without a body.</summary>
    EmptyBody,
}
