namespace HubStandIn;

/// <summary>
/// What the hub writes when it closes the session of an expired token. The documentation leaves it open.
/// </summary>
public enum ExpiryRows
{
    /// <summary>Two rows: 401003, then 404104.</summary>
    UnauthorizedThenClosed,

    /// <summary>One row with 404104.</summary>
    ClosedOnly,

    /// <summary>One row with 401003.</summary>
    UnauthorizedOnly,
}
