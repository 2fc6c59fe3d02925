namespace FleetGenerator.Sessions;

/// <summary>Something that can keep a client from connecting.</summary>
internal interface IGate
{
    GateOrder Order { get; }

    /// <summary>Null where an attempt at this time passes.</summary>
    Refusal? Check(double at);
}

/// <summary>The order in which an attempt meets what can stop it.</summary>
internal enum GateOrder
{
    Link,
    Hub,
    Identity,
    Limits,
}

/// <summary>Why an attempt fails, and what the hub writes about it.</summary>
internal sealed record Refusal(int? Code, Cause Cause, Scope Scope)
{
    /// <summary>The attempt never reaches the hub: no row at all.</summary>
    public static readonly Refusal Unreachable = new(null, Cause.NetworkLost, Scope.Device);
}

/// <summary>Something that remembers the client's life and must know when a new one begins.</summary>
internal interface IRestartAware
{
    void Restarted(double at);
}
