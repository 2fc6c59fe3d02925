using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>Asks an aspect what it sees in one disconnect of a log, whatever other evidence says.</summary>
internal static class Asked
{
    /// <summary>The device that is asked about where a log has others.</summary>
    public const string Device = "asked";

    public delegate T Question<T>(in DisconnectFacts facts);

    /// <summary>The answer to any other question about the device's first disconnect.</summary>
    public static T Ask<T>(TestLog log, Question<T> question) => FactsOf(log, 0, Device, null, null, question);

    /// <summary>The sign's name; null where the aspect does not look, or cannot see.</summary>
    /// <param name="log">Rows of one hub.</param>
    /// <param name="aspect">The aspect's name.</param>
    /// <param name="which">Which of the device's disconnects.</param>
    /// <param name="device">The device.</param>
    /// <param name="options">What an operator knows.</param>
    /// <param name="condition">What Azure says of the hub with this resource id.</param>
    public static string? SignOf(
        TestLog log,
        string aspect,
        Index which = default,
        string device = Device,
        ResolveOptions? options = null,
        Func<string, HubCondition>? condition = null
    )
    {
        var asked = CauseResolver.Aspects.Single(a => a.Name == aspect);
        return FactsOf(
            log,
            which,
            device,
            options,
            condition,
            (in DisconnectFacts facts) =>
                asked.AppliesTo(facts.Situation) && asked.SignOf(facts) is >= 0 and var sign ? asked.Signs[sign] : null
        );
    }

    /// <summary>What the aspect shows to a person.</summary>
    public static string ValueOf(
        TestLog log,
        string aspect,
        Index which = default,
        string device = Device,
        Func<string, HubCondition>? condition = null
    )
    {
        var asked = CauseResolver.Aspects.Single(a => a.Name == aspect);
        return FactsOf(
            log,
            which,
            device,
            null,
            condition,
            (in DisconnectFacts facts) => asked.Describe(facts).In(CultureInfo.InvariantCulture, 0).Value
        );
    }

    /// <summary>Adds the device that is kept next to the first of the log, and others without an end.</summary>
    public static TestLog WithNext(TestLog log, string rows)
    {
        for (var i = 1; i < EventStore.Partitions; i++)
            log.Add("0:00:00 C", $"between{i}", ip: "10.7.0.XXX");
        return log.Add(rows, "next", ip: "10.7.1.XXX");
    }

    private static T FactsOf<T>(
        TestLog log,
        Index which,
        string device,
        ResolveOptions? options,
        Func<string, HubCondition>? condition,
        Question<T> question
    )
    {
        using var fleet = log.Analyse();
        if (condition is not null)
            fleet.Add([condition(fleet.Hubs[0].ResourceId)]);
        var (profile, hub) = fleet.Devices((_, name) => name == device, CancellationToken.None).Single();
        var index = which.GetOffset(profile.Records.Length);
        return question(new DisconnectFacts(profile, index, hub, options ?? ResolveOptions.None));
    }
}
