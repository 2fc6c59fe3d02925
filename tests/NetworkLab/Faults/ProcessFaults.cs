using IoTHubDisconnect;

namespace NetworkLab.Faults;

/// <summary>What happens to the program, and to its clock.</summary>
internal static class ProcessFaults
{
    private const string ShortAbsence = "an outage that ends soon after the hub gave up shows the same rows";

    public static IReadOnlyList<LabFault> All { get; } =
    [
        new("crash", "the program dies and is started again", CauseName.DeviceRestarted)
        {
            Open = [CauseName.NetworkLost],
            WhyOpen = ShortAbsence,
            Happen = async victim =>
            {
                victim.Device.Kill();
                await victim.WaitAsync(25, 60);
                victim.Device.Start();
            },
        },
        new("frozen", "the program is stopped for minutes", CauseName.NetworkLost)
        {
            Open = [CauseName.DeviceRestarted],
            WhyOpen = "the hub hears nothing, whoever is silent",
            Happen = async victim =>
            {
                await victim.Device.SignalAsync("STOP");
                await victim.WaitAsync(480, 720);
                await victim.Device.SignalAsync("CONT");
            },
        },
        new("restart-timer", "a timer kills and starts the program every eight minutes", CauseName.DeviceRestarted)
        {
            Open = [CauseName.NetworkLost, CauseName.IdleTimeout],
            WhyOpen = $"{ShortAbsence}, and an age that repeats is as true of a middlebox",
            Happen = async victim =>
            {
                for (var time = 0; time < 3; time++)
                {
                    victim.Device.Kill();
                    await victim.WaitAsync(25, 30);
                    victim.Device.Start();
                    await victim.WaitAsync(450, 455);
                }
            },
        },
        new("clock-behind", "the device boots with a clock that is a year behind", CauseName.Unauthorized)
        {
            IsRefusal = true,
            Happen = async victim =>
            {
                victim.Device.Skew = TimeSpan.FromDays(-365);
                victim.Device.Kill();
                await victim.WaitAsync(25, 60);
                victim.Device.Start();
                await victim.WaitAsync(300, 600);
            },
        },
    ];
}
