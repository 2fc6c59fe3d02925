using FleetGenerator.Sessions;

namespace FleetGenerator.Hubs;

/// <summary>What one incident of the hub does to one device: it drops it, and refuses it for a while.</summary>
internal sealed class IncidentImpact(Device device, Cause cause) : ISessionEnder, IGate
{
    private const double LeastPause = 300;

    public GateOrder Order { get; init; } = GateOrder.Hub;

    /// <summary>When the session of that time is dropped; null where this device is spared.</summary>
    public double? DropAt { get; init; }

    public int DropCode { get; init; } = ErrorCodes.ClosedRemotely;

    public double RefuseFrom { get; init; }

    public double RefuseUntil { get; init; }

    /// <summary>The share of attempts that fail in that time.</summary>
    public double RefuseShare { get; init; } = 1;

    /// <summary>The share of failing attempts that leave no row, because the old address does not answer.</summary>
    public double SilentShare { get; init; }

    public IReadOnlyList<int> RefuseCodes { get; init; } = [];

    /// <summary>
    /// Where set, connects succeed in that time but the hub drops the session within so many seconds.
    /// </summary>
    public double? AcceptsFor { get; init; }

    public SessionEnd? Next(double connectedAt)
    {
        if (AcceptsFor is { } seconds && IsOn(connectedAt))
            return Drop(connectedAt + device.Rng.Between(0.5, seconds));
        return DropAt > connectedAt ? Drop(DropAt.Value) : null;
    }

    public Refusal? Check(double at)
    {
        if (AcceptsFor is not null || !IsOn(at) || !device.Rng.Happens(RefuseShare))
            return null;
        if (device.Rng.Happens(SilentShare))
            return Refusal.Unreachable;
        return new Refusal(device.Rng.Pick(RefuseCodes), cause, Scope.Hub);
    }

    private bool IsOn(double at) => at >= RefuseFrom && at < RefuseUntil;

    private SessionEnd Drop(double at)
    {
        var wait = AcceptsFor is null
            ? device.Retry.First(device.Rng)
            : Math.Max(device.Retry.Pause, LeastPause) * device.Rng.Between(0.9, 1.1);
        return new SessionEnd(at, cause, at + wait) { Scope = Scope.Hub, Code = DropCode };
    }
}
