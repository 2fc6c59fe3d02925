using FleetGenerator.Sessions;

namespace FleetGenerator.Network;

/// <summary>The resets and losses of one device's own link.</summary>
internal sealed class LinkTrouble(Device device, LinkHabits habits) : ISessionEnder
{
    private const double Hour = 3600;

    public SessionEnd? Next(double connectedAt)
    {
        var reset = connectedAt + device.Rng.Wait(habits.ResetHours * Hour);
        var loss = NextLoss(connectedAt, reset);
        return loss
            ?? new SessionEnd(reset, Cause.ConnectionReset, reset + device.Retry.First(device.Rng))
            {
                Code = ErrorCodes.ClosedRemotely,
            };
    }

    private SessionEnd? NextLoss(double connectedAt, double before)
    {
        for (var at = connectedAt; ; )
        {
            at += device.Rng.Wait(habits.LossHours * Hour);
            if (at >= before)
                return null;
            var length = 5 + device.Rng.Wait(habits.LossSeconds);
            var power = device.Rng.Happens(habits.PowerShare);
            if (
                new LinkLoss(at, at + length, device.Rng.Happens(habits.FlowLostShare), power).EndSession(device) is
                { } end
            )
                return end;
        }
    }
}
