using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Commands;

namespace IoTHubDisconnect.Tests.Formatting;

public class FormatTests
{
    [Theory]
    [InlineData("00:00:00", "0.0 s")]
    [InlineData("00:00:04.2345", "4.2 s")]
    [InlineData("00:00:59.94", "59.9 s")]
    [InlineData("00:00:59.96", "1 min")]
    [InlineData("00:03:12", "3 min 12 s")]
    [InlineData("00:59:59.4", "59 min 59 s")]
    [InlineData("00:59:59.9", "1 h")]
    [InlineData("01:00:00", "1 h")]
    [InlineData("23:05:09", "23 h 5 min")]
    [InlineData("23:59:29", "23 h 59 min")]
    [InlineData("23:59:59.9", "1 d")]
    [InlineData("1.03:20:11", "1 d 3 h")]
    [InlineData("5:00:20", "5 h")]
    [InlineData("1.00:05:00", "1 d")]
    [InlineData("99.23:29:00", "99 d 23 h")]
    [InlineData("99.23:31:00", "100 d")]
    [InlineData("1413.03:00:00", "1,413 d")]
    [InlineData("-00:00:01", "-1.0 s")]
    [InlineData("-00:02:00", "-2 min")]
    [InlineData("10675199.02:48:05.4775807", "> 29,247 y")]
    public void Durations_read_at_a_glance(string span, string shown) =>
        Assert.Equal(shown, Format.Duration(TimeSpan.Parse(span, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(null, "1.02:45:00", "≥ 1 d 2 h")]
    [InlineData("00:30:00", "05:04:59", "≥ 5 h 34 min")]
    [InlineData(null, "00:59:59.9", "≥ 59 min 59 s")]
    [InlineData(null, "99.23:59:59", "≥ 99 d 23 h")]
    [InlineData(null, "1413.23:00:00", "≥ 1,413 d")]
    [InlineData("00:30:00", null, "30 min")]
    [InlineData(null, null, "-")]
    public void Of_a_downtime_that_goes_on_the_least_is_told(string? over, string? open, string shown) =>
        Assert.Equal(shown, Format.Downtime(Span(over), Span(open)));

    [Theory]
    [InlineData(0.0, "0%")]
    [InlineData(0.001, "<1%")]
    [InlineData(0.006, "1%")]
    [InlineData(0.294, "29%")]
    [InlineData(0.9951, "99%")]
    [InlineData(1.0, "100%")]
    public void Only_nothing_is_no_percent_and_only_all_is_a_hundred(double part, string shown) =>
        Assert.Equal(shown, Format.Percent(part));

    [Theory]
    [InlineData(true, 4, 4, "yes")]
    [InlineData(false, 0, 4, "no")]
    [InlineData(null, 1, 4, "25%")]
    [InlineData(null, 1, 4000, "<1%")]
    public void Of_a_mixed_group_the_expected_part_is_told(bool? isExpected, long expected, long count, string shown) =>
        Assert.Equal(shown, Format.Expected(isExpected, expected, count));

    [Fact]
    public void Times_are_UTC() =>
        Assert.Equal(
            "2026-11-16 01:58:36",
            Format.Time(new DateTimeOffset(2026, 11, 16, 3, 58, 36, 779, TimeSpan.FromHours(2)))
        );

    [Fact]
    public void What_is_not_known_is_a_dash()
    {
        Assert.Equal("-", Format.Time(null));
        Assert.Equal("-", Format.Duration(null));
        Assert.Equal("-", Format.DurationOrAttempts(null, null));
        Assert.Equal("-", Format.Percent(null));
        Assert.Equal("depends", Format.Expected(null));
    }

    [Theory]
    [InlineData(1, "1 try")]
    [InlineData(43, "43 tries")]
    public void A_refused_run_shows_its_attempts(int attempts, string shown) =>
        Assert.Equal(shown, Format.DurationOrAttempts(null, attempts));

    [Fact]
    public void Text_that_took_the_place_of_a_value_is_shown_as_it_is()
    {
        Assert.Equal("2026-11-16 01:58:36", Format.Time("11/16/2026 01:58:36 +00:00"));
        Assert.Equal("some day", Format.Time("some day"));
        Assert.Equal("soon", Format.Duration(new PSObject("soon")));
        Assert.Equal("much", Format.Percent("much"));
        Assert.Equal("a\nb", Format.Lines(new[] { "a", "b" }));
        Assert.Equal("all in one", Format.Lines("all in one"));
    }

    [Theory]
    [InlineData(new[] { AttentionReason.Away }, "-")]
    [InlineData(new[] { AttentionReason.Away, AttentionReason.RepeatedDrops }, "RepeatedDrops")]
    [InlineData(new AttentionReason[0], "-")]
    public void What_the_state_says_is_no_reason_beside_it(AttentionReason[] reasons, string shown) =>
        Assert.Equal(shown, Format.InlineBeside(reasons, AttentionState.Away));

    [Fact]
    public void Steps_are_numbered_where_there_are_several()
    {
        Assert.Equal("1. Look.\n2. Act.", Format.Steps("Look.\nAct."));
        Assert.Equal("Wait.", Format.Steps("Wait."));
    }

    [Fact]
    public void Figures_are_those_of_the_readers_culture_and_times_alike_in_every_one()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.Equal("4,2 s", Format.Duration(TimeSpan.FromSeconds(4.2)));
            Assert.Equal("≥ 1.413 d", Format.Downtime(null, TimeSpan.FromDays(1413)));
            Assert.Equal("8,4 ms", Format.Latency(TimeSpan.FromMilliseconds(8.4)));
            Assert.Equal("+1,5", Format.Weight(1.5));
            Assert.Equal("no (p=1,00)", ComparisonText.Chance(isSignificant: false, 1));
            Assert.Equal(
                "2026-11-16 01:58:36",
                Format.Time(DateTimeOffset.Parse("2026-11-16T01:58:36Z", CultureInfo.InvariantCulture))
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static TimeSpan? Span(string? span) =>
        span is null ? null : TimeSpan.Parse(span, CultureInfo.InvariantCulture);
}
