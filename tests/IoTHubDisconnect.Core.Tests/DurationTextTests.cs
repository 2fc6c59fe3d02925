using System.Globalization;

namespace IoTHubDisconnect.Tests;

public class DurationTextTests
{
    [Theory]
    [InlineData("tr-TR", "00:00:04.2", "4,2 sn")]
    [InlineData("tr-TR", "00:03:12", "3 dk 12 sn")]
    [InlineData("tr-TR", "1.03:20:11", "1 gün 3 sa")]
    [InlineData("tr-TR", "1413.00:00:00", "1.413 gün")]
    [InlineData("de-DE", "1413.00:00:00", "1,413 d")]
    public void Readers_have_the_units_of_their_language(string culture, string span, string shown) =>
        Assert.Equal(
            shown,
            DurationText.In(CultureInfo.GetCultureInfo(culture), TimeSpan.Parse(span, CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("3 min 12 s")]
    [InlineData("23 h 5 min")]
    [InlineData("1 d 3 h")]
    public void What_is_shown_can_be_typed(string shown) =>
        Assert.Equal(shown, DurationText.Of(WrittenDuration.Parse(shown)!.Value));

    [Theory]
    [InlineData("24:00:00", 24 * 60)]
    [InlineData("24:00", 24 * 60)]
    [InlineData("36:30", 36.5 * 60)]
    [InlineData("100:00:30", 100 * 60 + 0.5)]
    [InlineData("02:30", 150)]
    [InlineData("1.02:30:00", 26.5 * 60)]
    public void A_clock_begins_with_hours(string written, double minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), WrittenDuration.Parse(written));

    [Theory]
    [InlineData("24:60:00")]
    [InlineData("24:00:60")]
    [InlineData("24:00:00:00x")]
    [InlineData("99999999999:00:00")]
    public void A_clock_has_sixty_minutes_and_seconds(string written) => Assert.Null(WrittenDuration.Parse(written));
}
