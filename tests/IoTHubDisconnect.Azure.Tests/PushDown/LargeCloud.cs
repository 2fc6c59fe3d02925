using FleetGenerator;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>20,000 devices on cables, which renew their tokens and little else, for five hours.</summary>
public sealed class LargeCloud : Cloud
{
    private static readonly FleetOptions Devices = FleetPresets.Wired(1) with { Devices = 20_000, Hubs = 3, Hours = 5 };

    public static DateTimeOffset Start => Devices.Start;

    public static DateTimeOffset End => Devices.Start.AddHours(Devices.Hours);

    protected override void Write(string folder) => Fleet.Simulate(Devices).WriteLogs(folder);
}
