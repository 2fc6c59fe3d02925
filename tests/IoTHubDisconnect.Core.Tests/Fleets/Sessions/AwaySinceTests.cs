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
}
