using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Tests.Hubs;
using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>What Azure says of the hub while one device, or many, are cut at four in the morning.</summary>
public sealed class HubHealthTests
{
    private const string Aspect = "HubHealth";

    [Theory]
    [InlineData("Unavailable", "one is cut", "FaultForFew")]
    [InlineData("Unavailable", "three are cut", "FaultForFew")]
    [InlineData("Unavailable", "four are cut", "Fault")]
    [InlineData("Unavailable", "one is cut, three meet errors", "Fault")]
    [InlineData("Unavailable", "two are cut, two meet errors", "Fault")]
    [InlineData("Unavailable", "one is cut, the count of devices falls", "Fault")]
    [InlineData("Unavailable", "one is cut, the count of devices stays", "FaultForFew")]
    [InlineData("Unavailable", "one is ended with a server error", "Fault")]
    [InlineData("Degraded", "one is cut", "FaultForFew")]
    [InlineData("Planned", "one is cut", "PlannedForFew")]
    [InlineData("Planned", "four are cut", "Planned")]
    [InlineData("Failover", "one is cut", "FailoverForFew")]
    [InlineData("Failover", "four are cut", "Failover")]
    [InlineData("Available", "four are cut", null)]
    [InlineData("Moved", "four are cut", "Moved")]
    [InlineData("Moved", "one is cut", null)]
    [InlineData("Unavailable", "one is told of the used up quota", null)]
    [InlineData("not asked", "four are cut", null)]
    public void Sees_what_azure_says_and_for_how_many(string health, string rows, string? expected) =>
        Assert.Equal(
            (health, rows, expected),
            (
                health,
                rows,
                SignOf(
                    Log(rows),
                    Aspect,
                    condition: health == "not asked"
                        ? null
                        : id => Condition(id, health, rows.Contains("the count", StringComparison.Ordinal), rows)
                )
            )
        );

    [Theory]
    [InlineData("Unavailable", "Unavailable from 2026-11-16 03:58Z to 2026-11-16 04:30Z: The gateway failed.")]
    [InlineData("Degraded", "Degraded from 2026-11-16 03:58Z")]
    [InlineData("Failover", "Failover from 2026-11-16 03:58Z")]
    public void Tells_what_azure_says(string health, string expected) =>
        Assert.Equal(
            expected,
            ValueOf(Log("one is cut"), Aspect, condition: id => Condition(id, health, hasMetric: false, ""))
        );

    private static TestLog Log(string rows)
    {
        var (cut, errors) = rows.Split(',')[0] switch
        {
            "one is cut" => (1, rows.Contains("three meet", StringComparison.Ordinal) ? 3 : 0),
            "two are cut" => (2, 2),
            "three are cut" => (3, 0),
            "four are cut" => (4, 0),
            _ => (0, 0),
        };
        var own =
            cut > 0 ? "404104"
            : rows.Contains("quota", StringComparison.Ordinal) ? "403002"
            : "500001";
        var log = new TestLog().Add($"0:00:10 C, 4:00:00 D {own}, 4:00:05 C, 9:00:00 D", Device, ip: "10.9.9.XXX");
        for (var i = 1; i < cut; i++)
            log.Add("0:00:10 C, 4:00:01 D 404104, 4:00:05 C, 9:00:00 D", $"cut{i}", ip: $"10.0.{i}.XXX");
        for (var i = 0; i < errors; i++)
            log.Add("3:00:10 F 401003, 4:00:05 F 500001, 9:00:00 C", $"error{i}", ip: $"10.1.{i}.XXX");
        return log;
    }

    private static HubCondition Condition(string id, string health, bool hasMetric, string rows) =>
        new(id)
        {
            Health = new([Event(health)]),
            Metric = hasMetric
                ? new HubMetric(
                    rows.Contains("falls", StringComparison.Ordinal)
                        ? Curve.Flat(40).Set(240, 6, 4).Counts()
                        : Curve.Flat(40).Counts()
                )
                : null,
            Settings = new HubSettings(id)
            {
                Location = "West Europe",
                Locations = new([new("North Europe", health == "Moved"), new("westeurope", health != "Moved")]),
            },
        };

    private static HubHealthEvent Event(string health) =>
        health switch
        {
            "Unavailable" => new(Start, End, HubHealthState.Unavailable, "Unplanned", "The gateway failed."),
            "Degraded" => new(Start, null, HubHealthState.Degraded, "Unplanned", null),
            "Planned" => new(Start, End, HubHealthState.Unavailable, "Planned", null),
            "Failover" => new(Start, null, HubHealthState.Unknown, "UserInitiated", null, isFailover: true),
            _ => new(Start, null, HubHealthState.Available, null, null),
        };

    private static DateTimeOffset Start => TestLog.At("3:58");

    private static DateTimeOffset End => TestLog.At("4:30");
}
