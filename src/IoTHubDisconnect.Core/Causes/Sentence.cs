using IoTHubDisconnect.Causes.Aspects;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// The begins of reasons. The figures of the case come first: a table shows little more than the begin.
/// </summary>
internal static class Sentence
{
    public static string After(in DisconnectFacts facts) =>
        facts.Record.Age is { } age ? $"After {DurationText.Of(age)}" : "After an unknown time";

    public static string Age(in DisconnectFacts facts) =>
        facts.Record.Age is { } age ? $"after {DurationText.Of(age)}" : "after an unknown time";

    public static string Gone(in DisconnectFacts facts) =>
        facts.Record.ReturnGap is { } gap ? $"Gone for {DurationText.Of(gap)}"
        : facts.MissesReturn || facts.Hub.LacksConnects ? "Its return is not in the log"
        : "Not seen again";

    /// <summary>The subject of a sentence about a refusal.</summary>
    public static string The(in DisconnectFacts facts) =>
        facts.IsClosed ? "The"
        : facts.Record.Attempts == 1 ? "In 1 try the"
        : $"In {facts.Record.Attempts} tries the";

    public static string AsOthers(in DisconnectFacts facts) =>
        SessionAge.IsLooselyRepeated(facts)
            ? $"about as {Counted.Of(facts.Device.Closings.Loose.Support, "session")} of this device"
            : $"as {Counted.Of(facts.Device.Closings.Idle.Support, "session")} of this device";
}
