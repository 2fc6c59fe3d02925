using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Commands;

namespace IoTHubDisconnect.Tests.Formatting;

public class FormatTests
{
    [Theory]
    [InlineData("00:00:00", "0.0s")]
    [InlineData("00:00:04.2345", "4.2s")]
    [InlineData("00:00:59.94", "59.9s")]
    [InlineData("00:00:59.96", "1m")]
    [InlineData("00:03:12", "3m12s")]
    [InlineData("00:59:59.9", "1h")]
    [InlineData("01:00:00", "1h")]
    [InlineData("23:05:09", "23h05m09s")]
    [InlineData("23:59:59.9", "1d")]
    [InlineData("1.03:20:11", "1d03h20m")]
    [InlineData("413.00:00:00", "413d")]
    [InlineData("05:00:20", "5h00m20s")]
    [InlineData("1.00:05:00", "1d00h05m")]
    [InlineData("-00:00:01", "-1.0s")]
    public void Durations_read_at_a_glance(string span, string shown) =>
        Assert.Equal(shown, Format.Duration(TimeSpan.Parse(span, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0.0, "0%")]
    [InlineData(0.001, "1%")]
    [InlineData(0.294, "29%")]
    [InlineData(0.995, "99%")]
    [InlineData(1.0, "100%")]
    public void Only_nothing_is_no_percent_and_only_all_is_a_hundred(double part, string shown) =>
        Assert.Equal(shown, Format.Percent(part));

    [Theory]
    [InlineData(true, 4, 4, "yes")]
    [InlineData(false, 0, 4, "no")]
    [InlineData(null, 1, 4, "25%")]
    [InlineData(null, 1, 4000, "1%")]
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

    [Fact]
    public void Steps_are_numbered_where_there_are_several()
    {
        Assert.Equal("1. Look.\n2. Act.", Format.Steps("Look.\nAct."));
        Assert.Equal("Wait.", Format.Steps("Wait."));
    }

    [Fact]
    public void Values_are_written_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.Equal("4.2s", Format.Duration(TimeSpan.FromSeconds(4.2)));
            Assert.Equal("+1.5", Format.Weight(1.5));
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
}
