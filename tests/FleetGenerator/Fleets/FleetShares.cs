using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Network;
using FleetGenerator.Sessions;

namespace FleetGenerator;

/// <summary>The shares that the presets start from.</summary>
internal static class FleetShares
{
    public static readonly Mix<SdkName> Sdks = new()
    {
        { SdkName.C, 0.17 },
        { SdkName.Node, 0.13 },
        { SdkName.Python, 0.16 },
        { SdkName.DotNet, 0.17 },
        { SdkName.Java, 0.11 },
        { SdkName.EmbeddedC, 0.05 },
        { SdkName.ThreadX, 0.03 },
        { SdkName.FreeRtos, 0.04 },
        { SdkName.Arduino, 0.04 },
        { SdkName.Raw, 0.1 },
    };

    public static readonly Mix<SdkName> ManyRawSdks = new()
    {
        { SdkName.C, 0.12 },
        { SdkName.Node, 0.12 },
        { SdkName.Python, 0.12 },
        { SdkName.DotNet, 0.14 },
        { SdkName.Java, 0.1 },
        { SdkName.EmbeddedC, 0.08 },
        { SdkName.ThreadX, 0.03 },
        { SdkName.FreeRtos, 0.05 },
        { SdkName.Arduino, 0.04 },
        { SdkName.Raw, 0.2 },
    };

    public static readonly Mix<Transport> Transports = new()
    {
        { Transport.Mqtt, 0.68 },
        { Transport.MqttWs, 0.14 },
        { Transport.Amqp, 0.12 },
        { Transport.AmqpWs, 0.06 },
    };

    public static readonly Mix<int> UsualLifetimes = new()
    {
        { 60, 0.82 },
        { 30, 0.04 },
        { 120, 0.06 },
        { 240, 0.03 },
        { 1440, 0.02 },
        { 20, 0.03 },
    };

    public static readonly Mix<int> OddLifetimes = new()
    {
        { 5, 0.04 },
        { 10, 0.07 },
        { 15, 0.1 },
        { 20, 0.13 },
        { 30, 0.14 },
        { 45, 0.12 },
        { 60, 0.1 },
        { 90, 0.11 },
        { 120, 0.1 },
        { 240, 0.06 },
        { 1440, 0.03 },
    };

    public static readonly Mix<NetworkQuality> Networks = new()
    {
        { NetworkQuality.Good, 0.6 },
        { NetworkQuality.Flaky, 0.14 },
        { NetworkQuality.Outages, 0.13 },
        { NetworkQuality.Cellular, 0.13 },
    };

    public static readonly Mix<NetworkQuality> BadNetworks = new()
    {
        { NetworkQuality.Good, 0.3 },
        { NetworkQuality.Flaky, 0.25 },
        { NetworkQuality.Outages, 0.2 },
        { NetworkQuality.Cellular, 0.25 },
    };

    public static readonly Mix<Habit> Habits = new()
    {
        { Habit.DutyCycle, 0.07 },
        { Habit.PlannedRestart, 0.04 },
        { Habit.Supervised, 0.03 },
        { Habit.Watchdog, 0.04 },
        { Habit.IdleCut, 0.035 },
        { Habit.LongKeepAlive, 0.015 },
        { Habit.CloneNowAndThen, 0.03 },
        { Habit.CloneAlways, 0.01 },
        { Habit.WrongKey, 0.025 },
        { Habit.OperatorToken, 0.025 },
        { Habit.CertificateExpired, 0.01 },
        { Habit.WrongClock, 0.01 },
        { Habit.Disabled, 0.02 },
        { Habit.Deleted, 0.02 },
        { Habit.Throttled, 0.025 },
        { Habit.Gateway, 0.02 },
    };

    public static readonly Mix<Habit> QuietHabits = new() { { Habit.DutyCycle, 0.08 }, { Habit.PlannedRestart, 0.03 } };

    public static readonly Mix<int> GraceMinutes = new()
    {
        { 0, 0.3 },
        { 5, 0.4 },
        { 10, 0.3 },
    };

    public static readonly Mix<ExpiryPattern> ExpiryPatterns = new()
    {
        { ExpiryPattern.UnauthorizedThenClosed, 0.5 },
        { ExpiryPattern.ClosedThenRefused, 0.25 },
        { ExpiryPattern.ClosedOnly, 0.15 },
        { ExpiryPattern.UnauthorizedOnly, 0.1 },
    };
}
