namespace IoTHubDisconnect.Tests.Sessions;

public sealed class AwaySinceTests
{
    /// <summary>Rows in shorthand, and since when the device is away by each of its disconnects.</summary>
    public static TheoryData<string, string, string> Cases =>
        new()
        {
            { "back", "10:00:00 C, 11:00:00 D 404104, 11:00:05 C", "-" },
            { "gone", "10:00:00 C, 11:00:00 D 404104", "11:00:00" },
            { "gone the second time", "10:00:00 C, 11:00:00 D 404104, 11:00:05 C, 12:00:00 D", "- 12:00:00" },
            {
                "refused after its session's end",
                "10:00:00 C, 11:00:00 D 404104, 11:00:10 F 403002",
                "11:00:00 11:00:00"
            },
            {
                "refused for one reason, then for another",
                "10:00:00 C, 11:00:00 D 404104, 11:00:10 F 403002, 11:05:00 F 403012",
                "11:00:00 11:00:00 11:00:00"
            },
            { "refused, then back", "10:00:00 C, 11:00:00 D 404104, 11:00:10 F 403002, 11:05:00 C", "- -" },
            { "never got in", "10:00:00 F 401003, 10:00:30 F 401003", "10:00:00" },
            {
                "refused although the log has it connected",
                "10:00:00 C, 11:00:00 D 404104, 11:00:05 C, 12:00:00 F 403012",
                "- 12:00:00"
            },
            { "the row of its return is missing", "10:00:00 C, 11:00:00 D 404104, 12:00:00 D 404104", "- 12:00:00" },
            {
                "refused, and the row of its return is missing",
                "10:00:00 F 403012, 12:00:00 D 404104, 12:00:05 C",
                "- -"
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tells_when_the_device_went_that_was_not_seen_again(string name, string rows, string expected)
    {
        _ = name;
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                new TestLog().Add(rows).Causes().Select(c => c.AwaySince is { } away ? $"{away:HH:mm:ss}" : "-")
            )
        );
    }

    /// <summary>Of whoever came back, another end would follow. The others' ends go on.</summary>
    [Theory]
    [InlineData("no longer than it ever was", "1:00:00 2:10:00 3:00:00 5:00:00", "9:00:00", "")]
    [InlineData("for longer than it ever was", "1:00:00 2:10:00 3:00:00 5:00:00", "9:30:00", "05:00:00")]
    [InlineData("after too few ends to tell", "1:00:00 2:10:00 3:00:00", "9:30:00", "")]
    public void Without_connects_a_device_is_missed_that_is_silent(
        string name,
        string ends,
        string endOfLog,
        string expected
    )
    {
        var log = new TestLog().Add(string.Join(", ", ends.Split(' ').Select(end => $"{end} D 404104")), "asked");
        log.Add($"1:00:00 D 404104, {endOfLog} D 404104", "other");

        var last = log.Causes().Last(c => c.DeviceId == "asked");

        Assert.Equal((name, expected), (name, $"{last.AwaySince:HH:mm:ss}"));
        Assert.False(expected.Length > 0 && last.IsExpected, last.Reason);
    }
}
