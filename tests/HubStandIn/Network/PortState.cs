namespace HubStandIn.Network;

/// <summary>What becomes of an attempt to connect to a port.</summary>
internal enum PortState
{
    /// <summary>It is accepted.</summary>
    Open,

    /// <summary>It is refused at once.</summary>
    Closed,

    /// <summary>It is not answered.</summary>
    Filtered,
}
