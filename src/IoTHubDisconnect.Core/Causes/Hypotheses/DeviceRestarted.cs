using IoTHubDisconnect.Causes.Aspects;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The device or its application ended and started again.</summary>
internal sealed class DeviceRestarted : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => facts.Situation is Situation.Cut or Situation.Takeover;

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Situation == Situation.Takeover
            ? $"{Sentence.After(facts)} a client like it connected from the same place: most likely the device "
                + $"had started anew without a close."
        : WallClock.IsOnSchedule(facts)
            ? $"{Sentence.Gone(facts)}: the device goes away "
                + $"{WallClock.HabitOf(facts.Device.Closings.Schedule!)}, as if restarted on a schedule."
        : Say($"{Sentence.Gone(facts)}, the time a start takes: the device went away {Sentence.Age(facts)}.");
}
