namespace FleetGenerator.Sessions;

/// <summary>What a hub writes when it closes an expired token's session. The documentation leaves it open.</summary>
public enum ExpiryPattern
{
    /// <summary>Two disconnect rows: 401003, then 404104.</summary>
    UnauthorizedThenClosed,

    /// <summary>A disconnect row with 404104, then a refused connect with 401003.</summary>
    ClosedThenRefused,

    /// <summary>A disconnect row with 404104.</summary>
    ClosedOnly,

    /// <summary>A disconnect row with 401003.</summary>
    UnauthorizedOnly,
}
