using IoTHubDisconnect.Tests;

namespace IoTHubDisconnect.Core.Tests.Fleets;

/// <summary>The same rows in exports whose times are not equally exact.</summary>
public sealed class CoarseCopiesTests
{
    private const string Fine =
        "0:00:00.6543217 C, 1:00:00.9996549 D 404104, 1:00:01.0004321 C, 2:00:00.1234567 F 403012, "
        + "2:00:00.7000001 F 403012, 2:00:02.4999999 F 403012, 2:10:00.5000001 C, 3:00:00.0000001 D 404104";

    [Theory]
    [InlineData(TimeSpan.TicksPerMillisecond, false)]
    [InlineData(TimeSpan.TicksPerMillisecond, true)]
    [InlineData(TimeSpan.TicksPerSecond, false)]
    [InlineData(TimeSpan.TicksPerSecond, true)]
    public void A_row_in_coarser_time_beside_its_like_counts_once(long unit, bool isRounded)
    {
        var log = Log(Fine);
        foreach (var row in Fine.Split(", "))
        {
            var at = TestLog.At(row[..row.IndexOf(' ', StringComparison.Ordinal)]).UtcTicks;
            at = (at + (isRounded ? unit / 2 : 0)) / unit * unit - TestLog.At("0:00:00").UtcTicks;
            log.Add($"{new TimeSpan(at)}{row[row.IndexOf(' ', StringComparison.Ordinal)..]}");
        }

        Assert.Equal(Texts(Log(Fine)), Texts(log));
    }

    [Theory]
    [InlineData("1:00:00 F 403012, 1:00:01 F 403012, 1:00:02 F 403012", 3)]
    [InlineData("1:00:00.2 F 403012, 1:00:00.7 F 403012", 2)]
    [InlineData("1:00:00 F 403012, 1:00:00.7 F 403006", 2)]
    [InlineData("1:00:00 F 403012, 1:00:01.2 F 403012", 2)]
    [InlineData("1:00:00.4 F 403012, 1:00:01 F 403012", 2)]
    [InlineData("1:00:00 F 403012, 1:00:00.7 F 403012 @198.51.100.XXX", 2)]
    [InlineData("1:00:00 F 403012, 1:00:00.7 F 403012", 1)]
    [InlineData("1:00:00.6 F 403012, 1:00:01 F 403012", 1)]
    public void A_row_of_its_own_counts(string rows, int attempts) =>
        Assert.Equal(attempts, Log(rows).Disconnects().Sum(d => d.Attempts));

    [Fact]
    public void A_whole_second_among_many_milliseconds_is_chance()
    {
        var rows = Enumerable
            .Range(0, 400)
            .Select(i => $"{TimeSpan.FromMilliseconds(3_600_000 + i * 250 + (i > 0 ? 3 : 0))} F 403012");

        Assert.Equal(400, Log(string.Join(',', rows)).Disconnects().Sum(d => d.Attempts));
    }

    private static TestLog Log(string rows) => new TestLog().Add(rows);

    private static IEnumerable<string> Texts(TestLog log) =>
        log.Disconnects().Select(d => $"{d.Time:o} {d.ErrorCode} {d.Attempts} {d.Duration} {d.Downtime}");
}
