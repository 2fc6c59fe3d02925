using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Network;

namespace FleetGenerator;

/// <summary>What a habit asks of the device that has it.</summary>
internal static class HabitRules
{
    private const double Hour = 3600;
    private const double Day = 24 * Hour;
    private const double Never = 1e9;

    /// <summary>The libraries whose keep-alive can be long enough for the habit.</summary>
    public static bool Allows(Habit habit, SdkName sdk) =>
        habit switch
        {
            Habit.IdleCut => sdk is not (SdkName.FreeRtos or SdkName.Arduino or SdkName.Python),
            Habit.LongKeepAlive => sdk is SdkName.C or SdkName.Node or SdkName.EmbeddedC or SdkName.Raw,
            Habit.Gateway => sdk is SdkName.DotNet,
            _ => true,
        };

    public static DeviceDraft Suit(Habit habit, DeviceDraft draft, Rng rng) =>
        habit switch
        {
            Habit.IdleCut => ForIdleCut(draft, rng),
            Habit.LongKeepAlive => Mqtt(draft) with
            {
                KeepAlive = rng.Pick([1800.0, 2400, 3600, 7200]),
                Telemetry = Never,
                TokenLifetime = AtLeast(draft, Hour),
            },
            Habit.DutyCycle => draft with
            {
                TokenLifetime = AtLeast(draft, Hour),
                Network = NetworkQuality.Good,
                StartsAt = draft.StartsAt - rng.Between(0, Day),
            },
            Habit.WrongKey or Habit.WrongClock => Mqtt(Sas(draft)) with { Retry = Slow(draft, rng) },
            Habit.OperatorToken => Mqtt(Sas(draft)) with { Retry = Slow(draft, rng), RenewsItsToken = false },
            Habit.CertificateExpired => draft with
            {
                UsesCertificate = true,
                Network = NetworkQuality.Flaky,
                Retry = Slow(draft, rng),
            },
            Habit.Disabled or Habit.Deleted => Sas(draft) with { Retry = Slow(draft, rng) },
            Habit.Gateway => Sas(draft) with { Transport = rng.Pick([Transport.Amqp, Transport.AmqpWs]) },
            _ => draft,
        };

    /// <summary>
    /// Only a client that pings later than the middlebox waits is cut: an SDK's by its default, one without an SDK
    /// by its setting.
    /// </summary>
    private static DeviceDraft ForIdleCut(DeviceDraft draft, Rng rng) =>
        Mqtt(draft) with
        {
            KeepAlive = draft.Sdk.Name == SdkName.Raw ? rng.Between(1600, 1740) : draft.Sdk.KeepAlive,
            Telemetry = Never,
            TokenLifetime = AtLeast(draft, Hour),
            Network = rng.Happens(0.8) ? NetworkQuality.Good : draft.Network,
        };

    private static double AtLeast(DeviceDraft draft, double lifetime) => Math.Max(draft.TokenLifetime, lifetime);

    private static DeviceDraft Mqtt(DeviceDraft draft) =>
        draft.Transport.IsAmqp() ? draft with { Transport = Transport.Mqtt } : draft;

    private static DeviceDraft Sas(DeviceDraft draft) => draft with { UsesCertificate = false };

    /// <summary>Devices that are refused for hours would fill the log if they tried without a pause.</summary>
    private static RetryPolicy Slow(DeviceDraft draft, Rng rng) =>
        draft.Retry with
        {
            GivesUpAfter = rng.Between(5, 60),
            Pause = rng.Pick([300.0, 600, 900, 1800]),
        };
}
