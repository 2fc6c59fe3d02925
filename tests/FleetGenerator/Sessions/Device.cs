using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Hubs;

namespace FleetGenerator.Sessions;

/// <summary>One device (or module) and everything that happens to it.</summary>
internal sealed class Device
{
    public required Hub Hub { get; init; }

    public required string Id { get; init; }

    public string? ModuleId { get; init; }

    public required SdkProfile Sdk { get; init; }

    /// <summary>What it shows of itself from its next connect on.</summary>
    public required ClientIdentity Client { get; set; }

    public required Liveness Liveness { get; init; }

    public required RetryPolicy Retry { get; init; }

    public required Rng Rng { get; init; }

    /// <summary>When the client first tries to connect.</summary>
    public double StartsAt { get; init; }

    public List<ISessionEnder> Enders { get; } = [];

    public List<IGate> Gates { get; } = [];

    public List<IRestartAware> Memory { get; } = [];

    public int TakeoverCode =>
        Client.Transport.IsAmqp() ? ErrorCodes.LinkCreationConflict : ErrorCodes.ClosedOnNewConnection;

    public void Restarted(double at)
    {
        foreach (var part in Memory)
            part.Restarted(at);
    }

    public SessionEnd? EarliestEnd(double connectedAt)
    {
        SessionEnd? earliest = null;
        foreach (var ender in Enders)
        {
            if (ender.Next(connectedAt) is { } end && (earliest is null || end.At < earliest.At))
                earliest = end;
        }

        return earliest;
    }

    public Refusal? Check(double at)
    {
        foreach (var gate in Gates)
        {
            if (gate.Check(at) is { } refusal)
                return refusal;
        }

        return null;
    }

    /// <summary>Adds a part in each of the roles it plays.</summary>
    public void Add(object part)
    {
        if (part is ISessionEnder ender)
            Enders.Add(ender);
        if (part is IGate gate)
            Gates.Insert(Gates.FindLastIndex(other => other.Order <= gate.Order) + 1, gate);
        if (part is IRestartAware memory)
            Memory.Add(memory);
    }
}
