using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>How old the session was that was taken over, beside the device's other takeovers.</summary>
internal sealed class TakenAge() : Aspect(typeof(Sign), Situation.Takeover)
{
    private enum Sign
    {
        Within12s,
        Within20s,
        Within45s,
        Within100s,
        Within10min,
        Longer,
        Repeated,
        RepeatedWithin10min,
        RepeatedWithin45s,
        CloselyWithin10min,
        Closely,
        RepeatedOverHubCap,
        ToTheSecond,
        PastTheSecond,
    }

    /// <summary>Seconds. Whoever was thrown off tries again sooner.</summary>
    private const double LongestTry = 15;

    /// <summary>Seconds. Two clients that fight come sooner than one that was silent.</summary>
    private const double ShortestSilence = 100;

    /// <summary>The sessions are taken over at a steady pace, as no two rivals do it.</summary>
    public static bool IsSteady(in DisconnectFacts facts) => Of(facts) >= Sign.Repeated;

    /// <summary>The age is as steady as a timer's, and nothing that the client sends makes it longer.</summary>
    public static bool IsExact(in DisconnectFacts facts) =>
        Of(facts) is Sign.Closely or Sign.CloselyWithin10min or Sign.ToTheSecond;

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) => (int?)Of(facts) ?? Unseen;

    private static Sign? Of(in DisconnectFacts facts)
    {
        if (AgeOf(facts) is not { } age)
            return null;
        var sign = age switch
        {
            <= 12 => Sign.Within12s,
            <= 20 => Sign.Within20s,
            <= 45 => Sign.Within45s,
            <= ShortestSilence => Sign.Within100s,
            <= 600 => Sign.Within10min,
            _ => Sign.Longer,
        };
        // Two clients that take turns may wait as long each time.
        if (Newcomer.IsByTurns(facts))
            return sign;
        if (sign >= Sign.Within10min && age <= SdkBehaviour.HubCap)
        {
            if (facts.Device.Habits.ExactTakeoverAge.Fits(age))
                return Sign.ToTheSecond;
            if (IsPastTheSecond(facts, age))
                return Sign.PastTheSecond;
        }
        if (sign < Sign.Within20s || !facts.Device.Habits.TakeoverAge.Fits(age))
            return sign;
        return sign switch
        {
            Sign.Longer => age > SdkBehaviour.HubCap ? Sign.RepeatedOverHubCap
            : facts.Device.Habits.CloseTakeoverAge.Fits(age) ? Sign.Closely
            : Sign.Repeated,
            Sign.Within20s or Sign.Within45s => facts.Device.Habits.TakeoverAge.Least > LongestTry
                ? Sign.RepeatedWithin45s
                : sign,
            _ when facts.Device.Habits.CloseTakeoverAge.Fits(age) => Sign.CloselyWithin10min,
            _ => Sign.RepeatedWithin10min,
        };
    }

    /// <summary>It was silent for as long as others from the first, but not from the first.</summary>
    private static bool IsPastTheSecond(in DisconnectFacts facts, double age) =>
        facts.Device.Habits
            is { ExactTakeoverAgeIsLeast: true, ExactTakeoverAge.Seconds: > ShortestSilence and var least }
        && age > least + 2 * ConstantAge.Width;

    /// <summary>Where the connect is missing, the time since the end before tells, if the others are as old.</summary>
    private static double? AgeOf(in DisconnectFacts facts) =>
        facts.Record.Age
        ?? (facts.SincePreviousEnd is { } since && facts.Device.Habits.TakeoverAge.Fits(since) ? since : (double?)null);

    /// <summary>How many sessions of the device were taken over near the age of this one, and that age.</summary>
    public static (int Sessions, double Seconds) Alike(in DisconnectFacts facts)
    {
        var habits = facts.Device.Habits;
        return AgeOf(facts) is not { } age ? default
            : habits.ExactTakeoverAge.Fits(age) ? (habits.ExactTakeoverAge.Support, habits.ExactTakeoverAge.Seconds)
            : habits.TakeoverAge.Fits(age) ? (habits.TakeoverAge.Support, habits.TakeoverAge.Seconds)
            : default;
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var (sessions, seconds) = Alike(facts);
        return new(
            $"Session age",
            Sentence.Duration(AgeOf(facts)),
            Of(facts) == Sign.PastTheSecond
                    ? $"at least {Sentence.Duration(facts.Device.Habits.ExactTakeoverAge.Seconds)}: "
                        + $"{facts.Device.Habits.ExactTakeoverAge.Support:N0} sessions were taken over right then"
                : sessions > 0
                    ? $"about {Sentence.Duration(seconds)}: {sessions:N0} sessions were taken over near that age"
                : Say($"seconds, when two clients fight")
        );
    }
}
