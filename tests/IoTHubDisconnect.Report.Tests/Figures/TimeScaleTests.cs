using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Report.Tests.Figures;

public sealed class TimeScaleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 3, 7, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:01", "00:05:00")]
    [InlineData("09:00:00", "00:05:00")]
    [InlineData("15:00:00", "00:10:00")]
    [InlineData("1.00:00:00", "00:15:00")]
    [InlineData("7.00:00:00", "02:00:00")]
    [InlineData("30.00:00:00", "12:00:00")]
    [InlineData("90.00:00:00", "1.00:00:00")]
    [InlineData("3650.00:00:00", "31.00:00:00")]
    public void Steps_are_round_and_few_enough_to_see(string length, string step)
    {
        var scale = new TimeScale(
            Start,
            Start + TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture)
        );

        Assert.Equal(TimeSpan.Parse(step, System.Globalization.CultureInfo.InvariantCulture), scale.Step);
        Assert.InRange(scale.Count, 1, 120);
        Assert.True(scale.Start <= Start.UtcTicks && scale.End > Start.UtcTicks);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(24, 1)]
    [InlineData(25, 1)]
    public void What_is_outside_is_at_the_edge(int hours, double place)
    {
        var midnight = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);
        var scale = new TimeScale(midnight, midnight.AddHours(24).AddTicks(-1));

        Assert.Equal(place, scale.Place(midnight.AddHours(hours).UtcTicks));
    }
}
