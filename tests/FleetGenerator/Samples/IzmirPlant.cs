using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Network;
using FleetGenerator.Sessions;
using static FleetGenerator.Samples.SampleClock;

namespace FleetGenerator.Samples;

/// <summary>
/// A plant with a press shop and a paint line. The press shop's line fails once; the hub has a fault and an
/// upgrade.
/// </summary>
internal sealed class IzmirPlant
{
    private const double LoadBalancerSeconds = 1500;

    private readonly Site _pressShop = new("212.58.13.XXX", "press shop")
    {
        Outages = { new SiteOutage(At(16, 30), At(16, 58)) },
    };

    private readonly Site _paintLine = new("212.58.14.XXX", "paint line");

    public IEnumerable<SampleDevice> Devices =>
        [
            new("izmir-press-01", _pressShop, SdkName.C),
            new("izmir-press-02", _pressShop, SdkName.C) { Link = new(3.5, 1e4, 60, 0, 0) },
            new("izmir-press-03", _pressShop, SdkName.DotNet),
            new("izmir-press-04", _pressShop, SdkName.DotNet) { Transport = Transport.AmqpWs },
            new("izmir-press-05", _pressShop, SdkName.C)
            {
                UsesCertificate = true,
                Habit = device => [new Reboots(device, Hours(2.5), 25, 0.03, 0)],
            },
            new("izmir-press-gw", _pressShop, SdkName.DotNet)
            {
                ModuleId = "$edgeHub",
                Transport = Transport.Amqp,
                Habit = device => [new SharedUplink(device, [At(18, 22)])],
            },
            new("izmir-paint-oven-01", _paintLine, SdkName.Python),
            new("izmir-paint-oven-02", _paintLine, SdkName.Python) { Habit = Nightly },
            new("izmir-paint-robot-01", _paintLine, SdkName.Node),
            new("izmir-paint-robot-02", _paintLine, SdkName.Node) { Habit = TestBench },
            new("izmir-paint-booth-01", _paintLine, SdkName.Java),
            new("izmir-paint-filter-01", _paintLine, SdkName.EmbeddedC)
            {
                UsesCertificate = true,
                KeepAlive = 1740,
                Telemetry = 1e9,
                Transport = Transport.MqttWs,
                Habit = device => [new IdleCut(device, LoadBalancerSeconds, 2, 0)],
            },
            new("izmir-paint-meter-01", _paintLine, SdkName.FreeRtos)
            {
                UsesCertificate = true,
                Habit = device => [new DutyCycle(device, Hours(1), 95)],
            },
        ];

    private static IEnumerable<object> Nightly(Device device) => [new PlannedRestart(device, At(23), 0, 14)];

    /// <summary>Someone tries the robot's software, with the robot's connection string, on a bench.</summary>
    private static IEnumerable<object> TestBench(Device device)
    {
        var bench = device.Client with { MaskedIpAddress = "88.249.7.XXX" };
        return [new DuplicateIdentity(device, bench, [(At(15, 40), At(15, 42))], 4, 3)];
    }
}
