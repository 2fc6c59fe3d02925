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
}
