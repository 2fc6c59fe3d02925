using System.Globalization;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>A cut at the same age or the same time of day as others is no accident: some clock ends the sessions, known or not.</summary>
internal sealed class RepetitionRule : CauseRule
{
    private const double NoAccident = -6,
        SomeClock = 6,
        OwnSchedule = 9;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsCutOff)
            return false;
        var onSchedule = IsOnSchedule(facts);
        if (!onSchedule && !IsRepeated(facts))
            return false;
        weights.Add(CauseName.ConnectionReset, NoAccident);
        weights.Add(CauseName.NetworkLost, NoAccident);
        weights.Add(CauseName.DeviceRestarted, onSchedule ? OwnSchedule : 0);
        weights.Add(CauseName.Unknown, SomeClock);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight) =>
        IsOnSchedule(facts)
            ? new(
                "Time of day",
                HabitOf(facts.Device.Closings.Schedule!),
                "any time, unless something is done on a schedule",
                weight
            )
            : new(
                "Repeated age",
                $"{DurationText.Of(facts.Record.Age)}, as {Counted.Of(facts.Device.Closings.Idle.Support, "session")} of this device",
                "any age, unless a clock ends the sessions",
                weight
            );

    public static bool IsOnSchedule(in DisconnectFacts facts) =>
        facts.Device.Closings.Schedule?.Fits(facts.Record.Time) == true;

    /// <summary>The schedule in words, such as "every hour at xx:59:24 UTC".</summary>
    public static string HabitOf(RestartSchedule schedule)
    {
        var at = TimeSpan.FromSeconds(schedule.Phase);
        return schedule.Period switch
        {
            3600 => string.Create(CultureInfo.InvariantCulture, $"every hour at xx:{at:mm\\:ss}"),
            86400 => string.Create(CultureInfo.InvariantCulture, $"every day at {at:hh\\:mm\\:ss} UTC"),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"every {schedule.Period / 3600:0} hours, at {at:hh\\:mm\\:ss} UTC and so on"
            ),
        };
    }

    /// <summary>The session ended at the age at which many others did.</summary>
    public static bool IsRepeated(in DisconnectFacts facts) =>
        facts.Device.Closings.HasRepeatedAge && facts.Record.Age is { } age && facts.Device.Closings.Idle.Fits(age);
}
