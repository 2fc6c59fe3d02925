using HubStandIn.Registry;

namespace HubStandIn.Sessions;

/// <summary>A device that is connected. The protocol's side says what it hears; the table ends it.</summary>
internal sealed class DeviceSession(HubIdentity identity, ClientInfo client, DateTimeOffset connectedAt)
{
    public HubIdentity Identity => identity;

    public ClientInfo Client => client;

    public DateTimeOffset ConnectedAt => connectedAt;

    /// <summary>UTC; null where nothing expires.</summary>
    public DateTimeOffset? TokenExpiresAt { get; set; }

    /// <summary>How long the hub bears silence; null for as long as it lasts.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>UTC by the clock of keep-alive.</summary>
    public DateTimeOffset LastHeardAt { get; set; }

    /// <summary>Closes the wire.</summary>
    public required Action Close { get; init; }

    /// <summary>Calls a direct method; null while the device listens to none.</summary>
    public MethodHandler? Methods { get; set; }

    /// <summary>What ends it in time.</summary>
    public List<Deadline> Deadlines { get; } = [];
}
