using FleetGenerator.Sessions;

namespace FleetGenerator.Network;

/// <summary>A stretch of time in which no packet passes.</summary>
/// <param name="From">In seconds of the simulation.</param>
/// <param name="Until">When packets pass again.</param>
/// <param name="FlowLost">True where the connection is lost even if both ends sit the stretch out (a NAT entry
/// dropped).</param>
/// <param name="PowerLost">True where the device itself was without power.</param>
internal sealed record LinkLoss(double From, double Until, bool FlowLost, bool PowerLost)
{
    /// <summary>How it ends a session of that device; null where the session survives.</summary>
    public SessionEnd? EndSession(Device device)
    {
        var hubNotices = From + device.Liveness.HubNotices(device.Rng);
        if (BackAt(device, hubNotices) is not { } back)
            return null;
        return new SessionEnd(From, Cause.NetworkLost, back)
        {
            Code = ErrorCodes.ClosedRemotely,
            NoticedAt = hubNotices,
            Restarts = PowerLost,
        };
    }

    private double? BackAt(Device device, double hubNotices)
    {
        var clientNotices = From + device.Liveness.ClientNotices(device.Rng);
        if (PowerLost)
            return Until + device.Rng.Between(8, 40);
        if (clientNotices <= Until)
            return Until + device.Retry.Residual(Until - From, device.Rng);
        if (FlowLost)
            return clientNotices + device.Retry.First(device.Rng);
        if (hubNotices <= Until)
            return Until + device.Rng.Between(0.5, device.Liveness.Quiet) + device.Retry.First(device.Rng);
        return null;
    }
}
