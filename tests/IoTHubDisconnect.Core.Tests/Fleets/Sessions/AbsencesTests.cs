using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Tests.Sessions;

public sealed class AbsencesTests
{
    /// <summary>Rows in shorthand, a moment, and since and until when the device was away then.</summary>
    public static TheoryData<string, string, string, string> Cases =>
        new()
        {
            { "away and back later", "10:00:00 C, 11:00:00 D 404104, 13:00:00 C", "12:00:00", "11:00:00 13:00:00" },
            { "back by then", "10:00:00 C, 11:00:00 D 404104, 13:00:00 C", "13:00:00", "-" },
            { "not gone yet", "10:00:00 C, 11:00:00 D 404104, 13:00:00 C", "11:00:00", "-" },
            { "gone for good", "10:00:00 C, 11:00:00 D 404104, 11:00:10 F 403002", "12:00:00", "11:00:00 -" },
            {
                "refused for several reasons, then back",
                "10:00:00 C, 11:00:00 D 404104, 11:00:10 F 403002, 11:30:00 F 403012, 13:00:00 C",
                "12:00:00",
                "11:00:00 13:00:00"
            },
            {
                "between two absences",
                "10:00:00 C, 11:00:00 D 404104, 11:30:00 C, 12:30:00 D 404104, 13:00:00 C",
                "12:00:00",
                "-"
            },
            { "refused until then", "10:00:00 F 403012, 13:00:00 C", "12:00:00", "10:00:00 13:00:00" },
            { "the row of its return is missing", "10:00:00 C, 11:00:00 D 404104, 13:00:00 D 404104", "12:00:00", "-" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tells_who_was_away_at_a_moment(string name, string rows, string moment, string expected)
    {
        _ = name;
        var device = new TestLog().Add(rows).Disconnects()[0];
        var (records, at) = (device.Profile.Records, TestLog.At(moment).UtcTicks);

        Assert.Equal(
            expected,
            Absences.RecordAt(at, device.Profile, device.Hub) is { } away
                ? $"{Clock(records[Absences.First(records, away)].Time)} {Clock(Absences.BackAfter(records, away))}"
                : "-"
        );

        static string Clock(long ticks) => ticks == 0 ? "-" : $"{new DateTime(ticks):HH:mm:ss}";
    }
}
