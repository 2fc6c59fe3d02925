using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>The errors of the hub's own that others meet when a device is cut at ten in the morning.</summary>
public sealed class HubErrorsTests
{
    private const string Aspect = "HubErrors";
    private const string Cut = "0:00:10 C, 10:00:00 D 404104, 10:00:20 C";

    [Theory]
    [InlineData("nobody meets any", "None")]
    [InlineData("one meets one", "Few", "10:01:00 F 500001")]
    [InlineData("two do", "Few", "10:01:00 F 500001", "9:58:00 F 503001")]
    [InlineData("three do", "Many", "10:01:00 F 500001", "9:58:00 F 503001", "10:00:30 F 504101")]
    [InlineData("three minutes before", "Few", "9:57:30 F 500001")]
    [InlineData("four minutes before", "None", "9:56:30 F 500001")]
    [InlineData("two minutes after", "Few", "10:02:30 F 500001")]
    [InlineData("three minutes after", "None", "10:03:30 F 500001")]
    [InlineData("an upgrade moves one", "UpgradeToo", "10:01:00 D 400029")]
    [InlineData("an upgrade refuses one", "UpgradeToo", "10:01:00 F 400030")]
    [InlineData("an upgrade beside errors", "UpgradeToo", "10:01:00 F 500001", "10:01:00 D 400029")]
    [InlineData("one is told of a failover", "FailoverToo", "10:01:00 F 404012")]
    [InlineData("a failover beside an upgrade", "FailoverToo", "10:01:00 F 404012", "10:01:00 D 400029")]
    public void Others_errors_are_signs(string story, string expected, params string[] others) =>
        Assert.Equal((story, expected), (story, SignOf(Log(Cut, others), Aspect)));

    [Theory]
    [InlineData("refused with a server error", "0:00:10 C, 10:00:00 D 404104, 10:00:20 F 500001, 10:01:00 C")]
    [InlineData("ended by one", "0:00:10 C, 10:00:00 D 500001, 10:00:20 C")]
    [InlineData("ended by two", "0:00:10 C, 10:00:00 D 500001, 10:00:20 C, 10:01:00 D 500001, 10:01:20 C")]
    [InlineData("moved by an upgrade", "0:00:10 C, 10:00:00 D 400029, 10:00:20 C")]
    [InlineData("moved twice", "0:00:10 C, 10:00:00 D 400029, 10:00:20 C, 10:01:00 D 400029, 10:01:20 C")]
    [InlineData("moved, and refused with an error", "0:00:10 C, 10:00:00 D 400029, 10:00:20 F 500001, 10:01:00 C")]
    [InlineData("told of a failover", "0:00:10 C, 10:00:00 D 404104, 10:00:20 F 404012, 10:01:00 C")]
    [InlineData(
        "told of one three times",
        "0:00:10 C, 10:00:00 D 404104, 10:00:20 F 404012, 10:00:40 C, 10:01:10 D 404012, 10:01:20 C"
    )]
    [InlineData("told of one by the end itself", "0:00:10 C, 10:00:00 D 404104, 10:00:01 D 404012, 10:00:20 C")]
    public void Its_own_errors_do_not_count(string story, string rows) =>
        Assert.Equal((story, "None"), (story, SignOf(Log(rows), Aspect)));

    [Theory]
    [InlineData("its own and another's", "0:00:10 C, 10:00:00 D 500001, 10:00:20 C", "Few", "10:01:00 F 500001")]
    [InlineData(
        "one of its own before the end, and one after",
        "0:00:10 F 500001, 0:05:00 C, 9:58:00 D 500001, 9:58:10 C, 10:00:00 D 404104, 10:00:20 C",
        "Few",
        "10:01:00 F 500001"
    )]
    [InlineData("its own upgrade and another's", "0:00:10 C, 10:00:00 D 400029", "UpgradeToo", "10:01:00 D 400029")]
    [InlineData(
        "its own failover and another's",
        "0:00:10 C, 10:00:00 D 404104, 10:00:20 F 404012",
        "FailoverToo",
        "10:01:00 F 404012"
    )]
    [InlineData("its own of an hour later", Cut + ", 11:00:00 D 500001, 11:00:20 C", "Few", "10:01:00 F 500001")]
    [InlineData("its own of six minutes later", Cut + ", 10:06:00 D 500001, 10:06:20 C", "Few", "10:01:00 F 500001")]
    public void Its_own_errors_leave_others(string story, string rows, string expected, params string[] others)
    {
        var which = rows.StartsWith("0:00:10 F", StringComparison.Ordinal) ? 2 : 0;

        Assert.Equal((story, expected), (story, SignOf(Log(rows, others), Aspect, which)));
    }

    [Theory]
    [InlineData("a server error", "10:00:00 F 500001, 10:00:30 F 500001, 10:01:00 C", "Few")]
    [InlineData("an upgrade", "10:00:00 F 400030, 10:00:30 F 400030, 10:01:00 C", "Few")]
    [InlineData("errors and an upgrade", "10:00:00 F 500001, 10:00:30 F 400030, 10:01:00 C", "UpgradeToo")]
    [InlineData("errors and a failover", "10:00:00 F 500001, 10:00:30 F 404012, 10:01:00 C", "FailoverToo")]
    [InlineData("bad credentials", "10:00:00 F 401003, 10:00:30 F 401003, 10:01:00 C", null)]
    [InlineData("a failover", "10:00:00 F 404012, 10:00:30 F 404012, 10:01:00 C", null)]
    [InlineData("the used up quota", "0:00:10 C, 10:00:00 D 403002, 10:01:00 C", null)]
    public void Where_the_hub_gives_a_reason_its_own_trouble_alone_is_looked_at(
        string story,
        string rows,
        string? expected
    ) => Assert.Equal((story, expected), (story, SignOf(Log(rows, "10:01:00 F 500001"), Aspect)));

    /// <summary>Records of devices lie one after the other in memory.</summary>
    [Fact]
    public void No_error_of_the_next_device_is_its_own() =>
        Assert.Equal("Few", SignOf(WithNext(Log(Cut), "0:00:10 C, 10:00:00 D 500001, 10:00:20 C"), Aspect));

    [Theory]
    [InlineData("no refusal", Cut, "none")]
    [InlineData(
        "one of its own",
        "0:00:10 C, 10:00:00 D 404104, 10:00:20 F 500001, 10:01:00 C",
        "this one was refused with 500001"
    )]
    [InlineData("another's", Cut, "others that met server errors: 1", "10:01:00 F 500001")]
    [InlineData("another's upgrade", Cut, "others that an upgrade moved: 1", "10:01:00 D 400029")]
    [InlineData("another's failover", Cut, "others that were told of a failover: 1", "10:01:00 F 404012")]
    public void Tells_of_the_errors(string story, string rows, string expected, params string[] others) =>
        Assert.Equal((story, expected), (story, ValueOf(Log(rows, others), Aspect)));

    private static TestLog Log(string rows, params string[] others)
    {
        var log = new TestLog().Add(rows, Device);
        for (var i = 0; i < others.Length; i++)
            log.Add("0:00:10 C, " + others[i] + ", 10:30:00 C", $"other{i}", ip: $"10.0.{i}.XXX");
        return log;
    }
}
