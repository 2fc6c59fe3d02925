using IoTHubDisconnect.Causes.Aspects;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// The begins of reasons. The figures of the case come first: a table shows little more than the begin.
/// </summary>
internal static class Sentence
{
    public static Phrase After(in DisconnectFacts facts) =>
        facts.Record.Age is { } age ? $"After {Duration(age)}" : Say($"After an unknown time");

    public static Phrase Age(in DisconnectFacts facts) =>
        facts.Record.Age is { } age ? $"after {Duration(age)}" : Say($"after an unknown time");

    public static Phrase Gone(in DisconnectFacts facts) =>
        facts.Record.ReturnGap is { } gap ? $"Gone for {Duration(gap)}"
        : facts.MissesReturn || facts.Hub.LacksConnects ? $"Its return is not in the log"
        : Say($"Not seen again");

    /// <summary>The subject of a sentence about a refusal.</summary>
    public static Phrase The(in DisconnectFacts facts) =>
        facts.IsClosed ? $"The"
        : facts.Record.Attempts == 1 ? $"On 1 try the"
        : Say($"On all {facts.Record.Attempts} tries the");

    public static Phrase AsOthers(in DisconnectFacts facts)
    {
        if (facts.AgeSign.IsOfOthers())
            return $"as sessions of other devices";
        if (facts.AgeSign.IsLooselyRepeated())
            return AboutAs(facts.Device.Closings.Loose.Support);
        var sessions = facts.Device.Closings.Idle.Support;
        return $"as {sessions:N0} session{Counted.S(sessions)} of this device";
    }

    public static Phrase AboutAs(int sessions) => $"about as {sessions:N0} session{Counted.S(sessions)} of this device";

    /// <summary>Seconds; null where they were not seen.</summary>
    public static Phrase Duration(double? seconds) =>
        seconds is { } known ? $"{TimeSpan.FromSeconds(known)}" : Say($"not seen");
}
