using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator;

/// <summary>The parts that make a habit, with figures of the device's own.</summary>
internal sealed class HabitParts(
    Device device,
    DeviceDraft draft,
    FleetOptions options,
    SimulationWindow window,
    Rng rng
)
{
    private const double Minute = 60;
    private const double Hour = 3600;

    private static readonly double[] DutyMinutes = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440];
    private static readonly Mix<double> QuietCuts = new()
    {
        { 60, 0.01 },
        { 120, 0.03 },
        { 180, 0.05 },
        { 240, 0.18 },
        { 300, 0.17 },
        { 350, 0.16 },
        { 600, 0.17 },
        { 900, 0.11 },
        { 1200, 0.06 },
        { 1500, 0.06 },
    };

    public IEnumerable<object> Of(Habit habit) =>
        habit switch
        {
            Habit.DutyCycle => [Duty()],
            Habit.PlannedRestart => [Planned()],
            Habit.Supervised => [Reboots(rng.Between(2, 10) * Hour, rng.Between(10, 60), 0.03)],
            Habit.Watchdog => [Reboots(rng.Between(3, 12) * Hour, rng.Between(12, 240), 0.05)],
            Habit.WrongClock =>
            [
                Reboots(rng.Between(6, 16) * Hour, rng.Between(20, 90), 0.05),
                new WrongClock(device, rng.Between(30, 200)),
            ],
            Habit.IdleCut => [Cut()],
            Habit.LongKeepAlive => [new IdleCut(device, Liveness.HubCap, rng.Between(0.2, 4), 0)],
            Habit.CloneNowAndThen => [new CloneFactory(device, window, rng).NowAndThen()],
            Habit.CloneAlways => [new CloneFactory(device, window, rng).Always()],
            Habit.WrongKey => [WrongKey()],
            Habit.OperatorToken => OperatorMade(),
            Habit.CertificateExpired =>
            [
                Refused(rng.Between(0.1, 0.7) * window.Length, ErrorCodes.Unauthorized, Cause.Unauthorized, 0.2),
            ],
            Habit.Disabled => Revoked(ErrorCodes.DeviceDisabled, Cause.DeviceDisabled),
            Habit.Deleted => Revoked(ErrorCodes.DeviceNotFound, Cause.DeviceNotFound),
            Habit.Throttled =>
            [
                new Throttling(device, rng.Between(1, 5) * Hour, rng.Happens(0.3) ? rng.Between(5, 40) : 0),
            ],
            _ => [],
        };

    private DutyCycle Duty()
    {
        var period = rng.Pick(DutyMinutes) * Minute;
        return new DutyCycle(device, period, rng.Between(20, Math.Min(600, period * 0.6)));
    }

    private PlannedRestart Planned() =>
        rng.Happens(0.4)
            ? new(device, rng.Whole(0, 23) * Hour, 0, rng.Between(3, 90))
            : new(device, null, rng.Between(5, 20) * Hour, rng.Between(2, 120));

    private Reboots Reboots(double meanInterval, double boot, double spread) =>
        new(device, meanInterval, boot, spread, options.HardRebootShare);

    private IdleCut Cut()
    {
        var after = QuietCuts.Draw(rng, cut => cut < 0.95 * draft.PingAfter);
        var pause = rng.Happens(0.75) ? 0 : rng.Between(3, 50);
        return new IdleCut(device, after, rng.Between(0.2, 4), pause);
    }

    private RefusedFor WrongKey() =>
        rng.Happens(0.4)
            ? new(double.NegativeInfinity, double.PositiveInfinity, ErrorCodes.Unauthorized, Cause.Unauthorized)
            : Refused(rng.Between(0.05, 0.7) * window.Length, ErrorCodes.Unauthorized, Cause.Unauthorized, 0.6);

    private IEnumerable<object> OperatorMade()
    {
        var expiry = rng.Between(0.05, 0.8) * window.Length;
        return
        [
            new TokenTrouble(device, new OperatorToken(expiry, device.Hub.Grace, rng)),
            Refused(expiry, ErrorCodes.Unauthorized, Cause.Unauthorized, 0.4),
        ];
    }

    private IEnumerable<object> Revoked(int code, Cause cause)
    {
        var at = rng.Between(0.1, 0.8) * window.Length;
        var refused = Refused(at, code, cause, 0.4);
        var choice = rng.Unit();
        if (choice < 0.3)
            return [refused];
        return [refused, new IdentityRevoked(device, at, choice < 0.7 ? code : ErrorCodes.ClosedRemotely, cause)];
    }

    private RefusedFor Refused(double from, int code, Cause cause, double mendedShare)
    {
        var until = rng.Happens(mendedShare) ? from + (rng.Between(0.5, 8) * Hour) : double.PositiveInfinity;
        return new RefusedFor(from, until, code, cause);
    }
}
