using System.Text;
using CsCheck;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class RowClockTests
{
    private static readonly Gen<string> Time =
        from minute in Gen.OneOf(
            "2026-11-16T01:58",
            "2026-11-16T01:59",
            "2026-02-30T01:58",
            "2026-11-16 01:58",
            "16 Nov 2026 1:58",
            "0001-01-01T00:00"
        )
        from seconds in Gen.Int[0, 61]
        from fraction in Gen.OneOf(".0000000", ".7790000", ".9999999", ",7790000", ".779", ".77x0000", "")
        from end in Gen.OneOf("Z", "Z", "Z", "z", "", "+01:00", "\n")
        select $"{minute}:{seconds:D2}{fraction}{end}";

    [Fact]
    public void Reads_each_time_as_if_it_stood_alone()
    {
        var clock = new RowClock();
        Time.Sample(
            text =>
            {
                var utf8 = Encoding.UTF8.GetBytes(text);
                Assert.Equal(RowTime.TryParse(utf8, out var expected), clock.TryRead(utf8, out var ticks));
                Assert.Equal(expected, ticks);
            },
            iter: 5_000,
            threads: 1
        );
    }

    [Theory]
    [InlineData("11/1/2026, 1:30:00.000 AM", 1)]
    [InlineData("11/1/2026, 12:59:59.000 AM", 0)]
    [InlineData("11/1/2026, 2:00:00.000 AM", 0)]
    [InlineData("2026-11-01T01:30:00Z", 0)]
    public void Counts_the_times_of_an_hour_that_comes_twice(string text, int repeated)
    {
        var clock = new RowClock { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

        Assert.True(clock.TryRead(Encoding.UTF8.GetBytes(text), out _));
        Assert.Equal(repeated, clock.Repeated);
    }

    [Theory]
    [InlineData(0, "If they were exported elsewhere, set the portal to UTC and export again")]
    [InlineData(2, "2 times may be off by the hour that came twice")]
    public void A_time_that_came_twice_is_told(int repeated, string says)
    {
        var zone = TimeColumnZone.Of("TimeGenerated [Local Time]")!;

        Assert.Contains(says, LogProblemText.OfZone(zone, repeated), StringComparison.Ordinal);
    }
}
