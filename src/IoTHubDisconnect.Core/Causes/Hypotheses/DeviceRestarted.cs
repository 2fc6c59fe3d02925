using IoTHubDisconnect.Causes.Aspects;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The device or its application ended and started again.</summary>
internal sealed class DeviceRestarted : Hypothesis
{
    /// <summary>Seconds. No machine that has an operating system starts as soon after its last connect.</summary>
    private const double ShortestBoot = 45;

    /// <summary>A connection that was left open is a machine's whose power failed, or that was reset.</summary>
    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Situation == Situation.Cut
        || facts.Situation == Situation.Takeover && !(facts.Behaviour.RunsInProcess && facts.Record.Age < ShortestBoot);

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Situation == Situation.Takeover
            ? $"{Sentence.After(facts)} a client like it connected from the same place: most likely the device "
                + $"had started anew without a close."
        : WallClock.IsOnSchedule(facts)
            ? $"{Sentence.Gone(facts)}: the device goes away "
                + $"{WallClock.HabitOf(facts.Device.Closings.Schedule!)}, as if restarted on a schedule."
        : Say($"{Sentence.Gone(facts)}, the time a start takes: the device went away {Sentence.Age(facts)}.");
}
