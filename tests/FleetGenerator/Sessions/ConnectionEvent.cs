using FleetGenerator.Clients;

namespace FleetGenerator.Sessions;

/// <summary>What the hub writes a row about.</summary>
/// <param name="At">In seconds of the simulation.</param>
/// <param name="Device">Whose.</param>
/// <param name="Client">The client the row tells of: the device's own or an intruder.</param>
/// <param name="IsConnect">A connect (or an attempt), or a disconnect.</param>
/// <param name="Code">The error; null for none.</param>
internal sealed record ConnectionEvent(double At, Device Device, ClientIdentity Client, bool IsConnect, int? Code);
