using FleetGenerator.Clients;
using FleetGenerator.Network;

namespace FleetGenerator.Sessions;

/// <summary>A way for the current session to end. Of several, the earliest happens.</summary>
/// <param name="At">When it happens at the device, in seconds of the simulation.</param>
/// <param name="Cause">Its true cause.</param>
/// <param name="BackAt">When the client first tries to connect again.</param>
internal sealed record SessionEnd(double At, Cause Cause, double BackAt)
{
    public Scope Scope { get; init; } = Scope.Device;

    /// <summary>The code the hub writes; null for an orderly close.</summary>
    public int? Code { get; init; }

    /// <summary>When the hub notices, if nobody takes the session over before.</summary>
    public double NoticedAt { get; init; } = At;

    /// <summary>True where the client is created anew, and its token with it.</summary>
    public bool Restarts { get; init; }

    /// <summary>True where the hub writes as it does for an expired token.</summary>
    public bool IsExpiry { get; init; }

    /// <summary>
    /// The outage that a whole site shares; its scope is settled when all devices have been simulated.
    /// </summary>
    public SiteOutage? Outage { get; init; }

    /// <summary>A second client with the same identity that takes the session over at <see cref="At"/>.</summary>
    public ClientIdentity? Intruder { get; init; }
}

/// <summary>Something that can end sessions.</summary>
internal interface ISessionEnder
{
    /// <summary>How it will end the session that began at this time; null for not at all.</summary>
    SessionEnd? Next(double connectedAt);
}
