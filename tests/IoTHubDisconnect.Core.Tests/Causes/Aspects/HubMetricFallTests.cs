using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Tests.Hubs;
using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>
/// What the count of connected devices does at four in the morning: it falls from 40 to 4, stays, or is not known.
/// </summary>
public sealed class HubMetricFallTests
{
    private const string Aspect = "HubMetricFall";

    [Theory]
    [InlineData("it falls, the log has one of them", true, 1, "NewFall")]
    [InlineData("it falls, the log has nearly half of them", true, 17, "NewFall")]
    [InlineData("it falls, the log has half of them", true, 18, "KnownFall")]
    [InlineData("it falls, the log has more than half of them", true, 21, "KnownFall")]
    [InlineData("it falls, the log has all", true, 36, "KnownFall")]
    [InlineData("it stays, one is cut", false, 1, "NoFall")]
    [InlineData("it stays, two are cut", false, 2, null)]
    [InlineData("it is not known, one is cut", null, 1, null)]
    [InlineData("it is not known, two are cut", null, 2, null)]
    public void A_fall_is_known_or_new(string story, bool? falls, int cut, string? expected) =>
        Assert.Equal((story, expected), (story, Sign(falls, "404104", cut)));

    [Theory]
    [InlineData("a server error", "500001", true, "NewFall")]
    [InlineData("its token's end", "401003", true, null)]
    [InlineData("the used up quota", "403002", true, null)]
    [InlineData("the used up quota, and the count stays", "403002", false, null)]
    [InlineData("its token's end, and the count stays", "401003", false, "NoFall")]
    public void What_the_hub_had_no_part_in_is_not_asked(string story, string code, bool falls, string? expected) =>
        Assert.Equal((story, expected), (story, Sign(falls, code, 1)));

    [Theory]
    [InlineData(true, "a dip from 40 to 4, 6 min from 04:00Z")]
    [InlineData(false, "no fall")]
    public void Tells_of_the_count(bool falls, string expected) =>
        Assert.Equal(expected, ValueOf(Log("404104", 1), Aspect, condition: id => Condition(id, falls)));

    private static string? Sign(bool? falls, string code, int cut) =>
        SignOf(Log(code, cut), Aspect, condition: id => Condition(id, falls));

    private static TestLog Log(string code, int cut)
    {
        var log = new TestLog().Add($"3:00:00 C, 4:00:00 D {code}, 4:00:05 C, 9:00:00 D", Device, ip: "10.9.9.XXX");
        for (var i = 1; i < cut; i++)
            log.Add("0:00:10 C, 4:00:01 D 404104, 4:00:05 C, 9:00:00 D", $"cut{i}", ip: $"10.0.{i}.XXX");
        return log;
    }

    private static HubCondition Condition(string id, bool? falls) =>
        new(id) { Metric = new HubMetric(CountOf(falls).Counts()) };

    private static Curve CountOf(bool? falls) =>
        falls switch
        {
            true => Curve.Flat(40).Set(240, 6, 4),
            false => Curve.Flat(40),
            null => Curve.Flat(40).Set(230, 20, null),
        };
}
