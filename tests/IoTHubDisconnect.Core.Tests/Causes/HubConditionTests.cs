using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Tests.Hubs;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>
/// What Azure says of the hub, beside the rows: each case a hub's condition, and what it does to an answer.
/// </summary>
public sealed class HubConditionTests
{
    internal const string MassDrop = "12 devices at 4:00, no row that names the hub's fault";
    private const string OneDrop = "one device at 4:00";

    [Theory]
    [InlineData(MassDrop, "a dip, Unavailable", CauseName.HubFault)]
    [InlineData(MassDrop, "a dip, Degraded", CauseName.HubFault)]
    [InlineData(MassDrop, "a dip, planned", CauseName.HubMaintenance)]
    [InlineData(MassDrop, "a dip, failover in the activity log", CauseName.HubFailover)]
    [InlineData(MassDrop, "a dip, failover in the health's title", CauseName.HubFailover)]
    [InlineData(OneDrop, "no dip, Unavailable elsewhere in the day", CauseName.ConnectionReset)]
    [InlineData(OneDrop, "no dip", CauseName.ConnectionReset)]
    [InlineData(OneDrop, "settings alone", CauseName.ConnectionReset)]
    public void Weighs_what_azure_says(string rows, string condition, CauseName cause)
    {
        var causes = Resolve(rows, condition);
        Each.Passes(
            causes,
            c => Assert.True(c.Cause == cause, $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}")
        );
    }

    [Theory]
    [InlineData(MassDrop, "a dip", CauseName.HubFault, 1)]
    [InlineData(MassDrop, "a dip, Unavailable", CauseName.HubFault, 1)]
    [InlineData(MassDrop, "a dip, Unavailable", CauseName.NetworkLost, 0)]
    [InlineData(MassDrop, "a dip, swapped roles", CauseName.HubFailover, 1)]
    [InlineData(OneDrop, "settings alone", CauseName.HubFailover, 0)]
    [InlineData(OneDrop, "no dip", CauseName.HubFault, -1)]
    [InlineData(OneDrop, "no dip", CauseName.HubFailover, -1)]
    [InlineData(OneDrop, "not readable", CauseName.HubFault, 0)]
    public void Speaks_for_and_against(string rows, string condition, CauseName cause, int sign) =>
        Assert.Equal(sign, Math.Sign(Weight(rows, condition, cause)));

    [Theory]
    [InlineData(MassDrop)]
    [InlineData(OneDrop)]
    public void Says_the_same_when_azure_says_nothing(string rows) =>
        Assert.Equal(Answers(Resolve(rows, "nothing")), Answers(Resolve(rows, "not readable")));

    [Fact]
    public void Gives_evidence_that_a_person_can_check()
    {
        var cause = Resolve(MassDrop, "a dip, Unavailable")[0];
        Assert.Contains(
            cause.Evidence,
            e =>
                e is { Name: "Hub's health", Weight: > 0 }
                && e.Value.Contains("The gateway failed.", StringComparison.Ordinal)
        );
        Assert.Equal("From 03:58Z to 04:30Z Azure calls the hub Unavailable: it had a fault.", cause.Reason);
    }

    internal static List<DisconnectCause> Resolve(string rows, string condition)
    {
        var log = new TestLog();
        for (var i = 0; i < 12; i++)
        {
            var isLost = rows == MassDrop || i == 0;
            log.Add(
                isLost
                    ? $"0:{i:00}:00 C, 4:00:{i:00} D 404104, 4:00:{i + 3:00} C, 9:00:00 D"
                    : $"0:{i:00}:00 C, 9:00:00 D",
                $"device-{i}",
                TestLog.C,
                auth: "x509Certificate",
                ip: $"203.0.{i}.XXX"
            );
        }
        using var fleet = log.Analyse();
        if (condition != "nothing")
            fleet.Add([Condition(condition, fleet.Hubs[0].ResourceId)]);
        return
        [
            .. fleet
                .Devices(null, default)
                .SelectMany(d =>
                    d.Profile.Records.AsEnumerable().Select((_, i) => new DeviceDisconnect(d.Profile, i, d.Hub))
                )
                .Where(d => d.ErrorCode is not null)
                .Select(d => CauseExplainer.Resolve(d, ResolveOptions.None, CultureInfo.InvariantCulture)),
        ];
    }

    private static HubCondition Condition(string name, string resourceId) =>
        new(resourceId)
        {
            Metric =
                name.StartsWith("a dip", StringComparison.Ordinal)
                    ? new HubMetric(Curve.Flat(40).Set(240, 6, 4).Counts())
                : name.StartsWith("no dip", StringComparison.Ordinal) ? new HubMetric(Curve.Flat(40).Counts())
                : null,
            Health = name.Contains(',', StringComparison.Ordinal)
                ? new([Health(name[(name.IndexOf(',', StringComparison.Ordinal) + 2)..])])
                : null,
            Settings = name is "a dip, swapped roles" or "settings alone"
                ? new HubSettings(resourceId)
                {
                    Location = "West Europe",
                    Locations = new([
                        new("North Europe", name != "settings alone"),
                        new("westeurope", name == "settings alone"),
                    ]),
                }
                : null,
        };

    private static HubHealthEvent Health(string name) =>
        name switch
        {
            "Unavailable" => Event("3:58", "4:30", HubHealthState.Unavailable, "Unplanned", "The gateway failed."),
            "Degraded" => Event("3:58", null, HubHealthState.Degraded, "Unplanned", null),
            "planned" => Event("3:58", "4:30", HubHealthState.Unavailable, "Planned", null),
            "failover in the activity log" => Event(
                "3:50",
                null,
                HubHealthState.Unknown,
                "UserInitiated",
                null,
                isFailover: true
            ),
            "failover in the health's title" => Event(
                "3:50",
                "4:30",
                HubHealthState.Unavailable,
                "UserInitiated",
                null,
                isFailover: true
            ),
            "Unavailable elsewhere in the day" => Event("7:00", "7:30", HubHealthState.Unavailable, "Unplanned", null),
            _ => Event("0:00", null, HubHealthState.Available, null, null),
        };

    private static HubHealthEvent Event(
        string start,
        string? end,
        HubHealthState state,
        string? reason,
        string? summary,
        bool isFailover = false
    ) => new(TestLog.At(start), end is null ? null : TestLog.At(end), state, reason, summary, isFailover);

    private static double Weight(string rows, string condition, CauseName cause)
    {
        var disconnect = Resolve(rows, condition)[0].Disconnect;
        var facts = new DisconnectFacts(disconnect.Profile, disconnect.Index, disconnect.Hub, ResolveOptions.None);
        var weights = new double[CauseNames.Count];
        var parameters = CauseParameters.Load();
        for (var i = 0; i < CauseResolver.Aspects.Length; i++)
        {
            if (
                CauseResolver.Aspects[i] is HubMetricFall or HubHealth
                && CauseResolver.Aspects[i].SignOf(facts) is >= 0 and var sign
            )
                parameters.Add(facts.Situation, i, sign, weights);
        }
        return weights[(int)cause];
    }

    private static string Answers(IEnumerable<DisconnectCause> causes) =>
        string.Join('\n', causes.Select(c => $"{c} {c.Reason} {c.Evidence} {c.Alternative}"));
}
