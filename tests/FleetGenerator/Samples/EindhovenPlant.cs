using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Network;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;
using static FleetGenerator.Samples.SampleClock;

namespace FleetGenerator.Samples;

/// <summary>
/// A plant with a packing line and a warehouse of trucks on a cellular network. Its hub fails over and runs out of
/// quota.
/// </summary>
internal sealed class EindhovenPlant
{
    private const double LongKeepAlive = 3600;

    private readonly Site _packingLine = new("145.131.77.XXX", "packing line");
    private readonly Site _warehouse = new("62.140.132.XXX", "warehouse");

    public IEnumerable<SampleDevice> Devices =>
        [
            new("eindhoven-packer-01", _packingLine, SdkName.DotNet),
            new("eindhoven-packer-02", _packingLine, SdkName.C)
            {
                Habit = _ => [Refused(At(0), At(13, 20), ErrorCodes.Unauthorized, Cause.Unauthorized)],
            },
            new("eindhoven-packer-03", _packingLine, SdkName.Python) { TokenMinutes = 120 },
            new("eindhoven-scale-01", _packingLine, SdkName.Java)
            {
                Habit = device =>
                    Revoked(device, At(15, 10), At(17, 45), ErrorCodes.DeviceDisabled, Cause.DeviceDisabled),
            },
            new("eindhoven-scale-02", _packingLine, SdkName.Raw)
            {
                HasSdkText = false,
                Habit = device =>
                    Revoked(
                        device,
                        At(19, 55),
                        double.PositiveInfinity,
                        ErrorCodes.DeviceNotFound,
                        Cause.DeviceNotFound
                    ),
            },
            new("eindhoven-camera-01", _packingLine, SdkName.Node)
            {
                TokenMinutes = 240,
                Habit = device => [new Throttling(device, Hours(2), 12)],
            },
            new("eindhoven-label-01", _packingLine, SdkName.Raw)
            {
                HasSdkText = false,
                UsesCertificate = true,
                KeepAlive = LongKeepAlive,
                Telemetry = 1e9,
                Habit = device => [new IdleCut(device, Liveness.HubCap, 1.5, 0)],
            },
            new("eindhoven-agv-01", _warehouse, SdkName.Arduino)
            {
                UsesCertificate = true,
                Link = new(1e4, 3, 240, 0.8, 0),
            },
            new("eindhoven-agv-02", _warehouse, SdkName.ThreadX) { TokenMinutes = 120, Link = new(1e4, 4, 60, 0.9, 0) },
            new("eindhoven-agv-03", _warehouse, SdkName.FreeRtos)
            {
                TokenMinutes = 120,
                Habit = device => [new Reboots(device, Hours(4), 72, 0.04, 0)],
            },
            new("eindhoven-agv-04", _warehouse, SdkName.Raw)
            {
                HasSdkText = false,
                RenewsItsToken = false,
                Habit = OperatorMade,
            },
            new("eindhoven-dock-01", _warehouse, SdkName.C) { Transport = Transport.Amqp },
        ];

    private static IEnumerable<object> OperatorMade(Device device)
    {
        var expiry = At(14, 30);
        return
        [
            new TokenTrouble(device, new OperatorToken(expiry, device.Hub.Grace, device.Rng)),
            Refused(expiry, At(21), ErrorCodes.Unauthorized, Cause.Unauthorized),
        ];
    }

    private static IEnumerable<object> Revoked(Device device, double from, double until, int code, Cause cause) =>
        [new IdentityRevoked(device, from, code, cause), Refused(from, until, code, cause)];

    private static RefusedFor Refused(double from, double until, int code, Cause cause) =>
        new(from, until, code, cause);
}
