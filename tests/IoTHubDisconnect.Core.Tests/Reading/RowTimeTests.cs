using System.Globalization;
using System.Text;
using CsCheck;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class RowTimeTests
{
    [Theory]
    [InlineData("2026-11-16T01:58:36Z", "2026-11-16T01:58:36.0000000")]
    [InlineData("2026-11-16T01:58:36", "2026-11-16T01:58:36.0000000")]
    [InlineData("2026-11-16t01:58:36z", "2026-11-16T01:58:36.0000000")]
    [InlineData("2026-11-16 01:58:36.5", "2026-11-16T01:58:36.5000000")]
    [InlineData("2026-11-16T01:58:36.7790000Z", "2026-11-16T01:58:36.7790000")]
    [InlineData("2026-11-16T01:58:36.123456789Z", "2026-11-16T01:58:36.1234567")]
    [InlineData("2026-11-16T01:58:36.779+03:00", "2026-11-15T22:58:36.7790000")]
    [InlineData("2026-11-16T01:58:36-0530", "2026-11-16T07:28:36.0000000")]
    [InlineData("2026-11-16T01:58:36+02", "2026-11-15T23:58:36.0000000")]
    [InlineData("2026-11-16T01:58Z", "2026-11-16T01:58:00.0000000")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.0000000")]
    [InlineData("11/16/2026, 1:58:36.779 AM", "2026-11-16T01:58:36.7790000")]
    [InlineData("11/16/2026, 12:58:36.779\u202FPM", "2026-11-16T12:58:36.7790000")]
    [InlineData("11/16/2026 1:58:36 PM", "2026-11-16T13:58:36.0000000")]
    [InlineData("Mon, 16 Nov 2026 01:58:36 GMT", "2026-11-16T01:58:36.0000000")]
    public void A_time_is_read(string text, string expected)
    {
        Assert.True(RowTime.TryParse(Encoding.UTF8.GetBytes(text), out var ticks));
        Assert.Equal(
            expected,
            new DateTime(ticks).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-11-16")]
    [InlineData("01:58:36")]
    [InlineData("1763258316")]
    [InlineData("2026-13-16T01:58:36Z")]
    [InlineData("2026-02-29T01:58:36Z")]
    [InlineData("2026-11-00T01:58:36Z")]
    [InlineData("2026-11-16T25:58:36Z")]
    [InlineData("2026-11-16T01:60:36Z")]
    [InlineData("20x6-11-16T01:58:36Z")]
    [InlineData("202x-11-16T01:58:36Z")]
    [InlineData("0000-11-16T01:58:36Z")]
    [InlineData("0001-01-01T00:00:00+02:00")]
    [InlineData("2026-11-16T01:58:36.Z")]
    [InlineData("2026-11-16T01:58:36Zebra")]
    [InlineData("2026-11-16T01:58:60Z")]
    [InlineData("2026-11-16T01:58:36+99:00")]
    [InlineData("2026-11-16T01:58:36+01:60")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("\u0000\u0000\u0000\u0000")]
    public void What_is_no_time_is_refused(string text) =>
        Assert.False(RowTime.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Every_time_is_read_as_written() =>
        Gen.Select(Gen.DateTimeOffset, Gen.Int[0, 7])
            .Sample(
                (time, digits) =>
                {
                    var grain = (long)Math.Pow(10, 7 - digits);
                    var cut = new DateTimeOffset(time.Ticks - (time.Ticks % grain), time.Offset);
                    var text = cut.ToString(
                        digits == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : $"yyyy-MM-ddTHH:mm:ss.{new string('f', digits)}zzz",
                        CultureInfo.InvariantCulture
                    );
                    Assert.True(RowTime.TryParse(Encoding.UTF8.GetBytes(text), out var ticks), text);
                    Assert.Equal(cut.UtcTicks, ticks);
                }
            );
}
